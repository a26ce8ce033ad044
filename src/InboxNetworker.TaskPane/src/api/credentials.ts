const startHeader = 'X-InboxNetworker-Start';

/** Gives a token for the Api, without asking anybody; null where there is none. */
export type TokenSource = () => Promise<string | null>;

let source: Promise<TokenSource> | null = null;
let known: TokenSource | null = null;
let arrive: ((given: TokenSource) => void) | null = null;

/** Whether this page was served to one person on this computer, who needs no sign-in to see it. */
export function servedToOwner(): boolean {
  return startSecret() !== '';
}

/** From now on every request waits until somebody has signed in: what the pane asks for meanwhile is answered then. */
export function awaitSignIn(): void {
  source = new Promise((resolve) => (arrive = resolve));
}

export function signedIn(tokens: TokenSource): void {
  known = tokens;
  if (arrive === null) source = Promise.resolve(tokens);
  else arrive(tokens);
}

/**
 * What every request of the Api carries to be let in: the secret that the program wrote into the page, or a token. Never part of an address.
 * `waits` is false for the request that asks how to sign in: it carries a token only where somebody has.
 */
export async function credentials(waits = true): Promise<Readonly<Record<string, string>>> {
  const start = startSecret();
  if (start !== '') return { [startHeader]: start };
  const tokens = waits ? await source : known;
  const token = (await tokens?.()) ?? null;
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

function startSecret(): string {
  const page = typeof document === 'undefined' ? null : document;
  return page?.querySelector<HTMLMetaElement>('meta[name="inboxnetworker-start"]')?.content ?? '';
}
