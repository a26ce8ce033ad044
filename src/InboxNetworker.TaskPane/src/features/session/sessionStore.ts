import { computed, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { TokenSource } from '../../api/credentials';
import type { Session } from '../../api/types';
import type { SignInConfiguration, Tokens } from '../../office/tokens';
import type { Failure } from '../../result';

const askAgainMs = 2_000;

export type SessionApi = Pick<Api, 'session' | 'signIn' | 'signOut' | 'allow'>;

export interface SignInParts {
  readonly tokens: (configuration: SignInConfiguration) => Promise<Tokens>;
  /** Lets the waiting requests go, each with a token. */
  readonly enter: (source: TokenSource) => void;
}

/** Whether the mailbox may be read, and what its owner does about it. */
export function createSessionStore(api: SessionApi, parts: SignInParts) {
  const session = signal<Session | null>(null);
  const busy = signal(false);
  const failure = signal<Failure | null>(null);
  /** Permissions that the owner has not allowed yet, without which nothing is read. */
  const missing = signal<readonly string[]>([]);
  let tokens: Tokens | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const needed = computed(() => session.value !== null && session.value.mode !== 'demo' && session.value.state !== 'signedIn');

  const take = (next: Session) => {
    session.value = next;
    clearTimeout(timer);
    if (next.state === 'waiting') timer = setTimeout(() => void load(), askAgainMs);
  };

  async function load(): Promise<void> {
    const answer = await api.session();
    if (!answer.ok) return; // what the pane shows says so itself
    take(answer.value);
    if (answer.value.signIn !== null && tokens === null) await begin(answer.value.signIn);
  }

  async function begin(configuration: SignInConfiguration): Promise<void> {
    tokens = await parts.tokens(configuration);
    if ((await tokens.silent()) === null) return;
    parts.enter(tokens.silent);
    // A mailbox that is read already shows at once; that one is to be read is said by a press alone, also after it was erased.
    const known = await api.session();
    if (known.ok) take(known.value);
  }

  function keep(answer: Awaited<ReturnType<SessionApi['signIn']>>): boolean {
    failure.value = answer.ok ? null : answer.failure;
    missing.value = answer.ok || answer.failure.kind !== 'problem' ? [] : (answer.failure.permission?.split(' ') ?? []);
    if (answer.ok) take(answer.value);
    return answer.ok;
  }

  /** Only one thing at a time is asked of the owner. */
  async function once(work: () => Promise<boolean>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    try {
      return await work();
    } finally {
      busy.value = false;
    }
  }

  return {
    session,
    needed,
    busy,
    failure,
    missing,
    load,
    /** To be called where the owner pressed something: a window may open. */
    signIn: () =>
      once(async () => {
        if ((session.value?.signIn ?? null) === null) return keep(await api.signIn());
        if (tokens === null) return false;
        if (missing.value.length > 0) {
          if (!(await tokens.allow(missing.value))) return false;
        } else {
          // What was refused once is refused again; a sign-in of this moment may do.
          const refused = failure.value ?? session.value?.problem ?? null;
          const claims = failure.value?.kind === 'problem' ? failure.value.claims : undefined;
          if ((await tokens.ask(refused !== null, claims)) === null) return false;
        }
        parts.enter(tokens.silent);
        return keep(await api.signIn());
      }),
    /** One further permission, for a feature that the owner switches on. */
    allow: (name: string) =>
      once(async () => {
        if (tokens !== null && !(await tokens.allow([name]))) return false;
        return keep(await api.allow(name));
      }),
    signOut: () =>
      once(async () => {
        const left = keep(await api.signOut());
        if (left) await tokens?.forget();
        return left;
      }),
    stop: () => {
      clearTimeout(timer);
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
