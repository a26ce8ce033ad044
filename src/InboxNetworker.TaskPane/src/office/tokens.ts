import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
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
  /**
   * For the Api, with a window if need be; null where the user closed it. To be called where the user pressed something. A `fresh` one comes of a
   * sign-in of this moment, with what the service demanded of it (`claims`).
   */
  readonly ask: (fresh: boolean, claims?: string) => Promise<string | null>;
  /** Has the user allow permissions of Microsoft Graph, as in `Mail.Send`; false where they did not. */
  readonly allow: (permissions: readonly string[]) => Promise<boolean>;
  /** Nothing of this user's sign-in stays in the browser. */
  readonly forget: () => Promise<void>;
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
  const inside = await new Promise<boolean>(officeReady);
  const nested = inside && Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
  // Several people may have signed in in this browser; the one who counts is whose Outlook this is.
  const owner = inside ? Office.context.mailbox.userProfile.emailAddress.toLowerCase() : null;
  const auth = { clientId, authority, knownAuthorities: [new URL(authority).host], redirectUri: `${location.origin}${redirectPath}` };
  const cache = { cacheLocation: msal.BrowserCacheLocation.LocalStorage };
  const app: IPublicClientApplication = nested
    ? await msal.createNestablePublicClientApplication({ auth, cache })
    : new msal.PublicClientApplication({ auth, cache });
  await app.initialize();

  const isOwner = ({ username, idTokenClaims }: AccountInfo) =>
    [username, idTokenClaims?.preferred_username, idTokenClaims?.upn, idTokenClaims?.email].some(
      (name) => typeof name === 'string' && name.toLowerCase() === owner,
    );
  let current: AccountInfo | undefined;
  const account = (): AccountInfo | undefined =>
    current ?? (owner === null ? (app.getActiveAccount() ?? app.getAllAccounts()[0]) : app.getAllAccounts().find(isOwner));
  const keep = (result: AuthenticationResult) => {
    current = result.account;
    app.setActiveAccount(result.account);
    return result.accessToken;
  };
  const hint = () => {
    const known = account();
    return known === undefined ? (owner === null ? {} : { loginHint: owner }) : { account: known };
  };
  const silently = async (scopes: string[]) => {
    if (account() === undefined && !nested) return null;
    try {
      return keep(await app.acquireTokenSilent({ scopes, ...hint() }));
    } catch {
      return null;
    }
  };
  const asking = async (scopes: string[], claims?: string) => {
    try {
      return keep(await app.acquireTokenPopup({ scopes, ...hint(), ...(claims === undefined ? {} : { claims }) }));
    } catch {
      return null;
    }
  };
  return {
    silent: () => silently([scope]),
    ask: async (fresh, claims) => (fresh ? null : await silently([scope])) ?? asking([scope], claims),
    allow: async (permissions) => (await asking(permissions.map((name) => graph + name))) !== null,
    forget: async () => {
      const known = account();
      current = undefined;
      await app.clearCache(known === undefined ? {} : { account: known }).catch(() => undefined);
    },
  };
}
