import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import { officeReady } from './officeReady';

/** How to sign in, as the Api says. */
export interface SignInConfiguration {
  readonly authority: string;
  readonly clientId: string;
  /** Of the Api, as in `api://…/access_as_user`. */
  readonly scope: string;
}

/** Tokens of the signed-in user. None of the functions throws. */
export interface Tokens {
  /** For the Api, without asking anybody; null where the user has to do something first. */
  readonly silent: () => Promise<string | null>;
  /** For the Api, with a window if need be; null where the user closed it. To be called where the user pressed something. */
  readonly ask: () => Promise<string | null>;
  /** Has the user allow permissions of Microsoft Graph, as in `Mail.Send`; false where they did not. */
  readonly allow: (permissions: readonly string[]) => Promise<boolean>;
}

/** Where a sign-in window ends; its address has to stand in the app registration. */
const redirectPath = '/signed-in.html';
const graph = 'https://graph.microsoft.com/';

/**
 * Outlook's own sign-in where it takes part in nested app authentication, else a window of the browser:
 * https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in.
 */
export async function createTokens({ authority, clientId, scope }: SignInConfiguration): Promise<Tokens> {
  // Fetched only where people sign in: it is larger than the pane itself.
  const msal = await import('@azure/msal-browser');
  const nested = await takesPart();
  const auth = { clientId, authority, knownAuthorities: [new URL(authority).host], redirectUri: `${location.origin}${redirectPath}` };
  const cache = { cacheLocation: msal.BrowserCacheLocation.LocalStorage };
  const app: IPublicClientApplication = nested
    ? await msal.createNestablePublicClientApplication({ auth, cache })
    : new msal.PublicClientApplication({ auth, cache });
  await app.initialize();

  const account = (): AccountInfo | undefined => app.getActiveAccount() ?? app.getAllAccounts()[0];
  const silently = async (scopes: string[]) => {
    const known = account();
    if (known === undefined && !nested) return null;
    try {
      const result = await app.acquireTokenSilent({ scopes, ...(known === undefined ? {} : { account: known }) });
      app.setActiveAccount(result.account);
      return result.accessToken;
    } catch {
      return null;
    }
  };
  const asking = async (scopes: string[]) => {
    const known = account();
    try {
      const result = await app.acquireTokenPopup({ scopes, ...(known === undefined ? {} : { account: known }) });
      app.setActiveAccount(result.account);
      return result.accessToken;
    } catch {
      return null;
    }
  };
  return {
    silent: () => silently([scope]),
    ask: async () => (await silently([scope])) ?? asking([scope]),
    allow: async (permissions) => (await asking(permissions.map((name) => graph + name))) !== null,
  };
}

async function takesPart(): Promise<boolean> {
  const inside = await new Promise<boolean>(officeReady);
  return inside && Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
}
