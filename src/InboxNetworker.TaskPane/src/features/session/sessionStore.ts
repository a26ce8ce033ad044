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
    if ((await tokens.silent()) !== null) await comeIn(tokens);
  }

  /** With a token at hand. A mailbox that is being read already is not signed in anew. */
  async function comeIn(given: Tokens): Promise<void> {
    parts.enter(given.silent);
    const known = await api.session(true);
    if (known.ok && known.value.state === 'signedIn') {
      take(known.value);
      return;
    }
    keep(await api.signIn());
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
        if (tokens === null || (await tokens.ask()) === null) return false;
        if (missing.value.length > 0 && !(await tokens.allow(missing.value))) return false;
        await comeIn(tokens);
        return session.value?.state === 'signedIn';
      }),
    /** One further permission, for a feature that the owner switches on. */
    allow: (name: string) =>
      once(async () => {
        if (tokens !== null && !(await tokens.allow([name]))) return false;
        return keep(await api.allow(name));
      }),
    signOut: () => once(async () => keep(await api.signOut())),
    stop: () => {
      clearTimeout(timer);
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
