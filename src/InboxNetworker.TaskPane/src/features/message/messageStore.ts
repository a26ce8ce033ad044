import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactLookup } from '../../api/types';
import type { MailItem } from '../../office/host';
import type { Failure } from '../../result';
import { counterpart, type Counterpart } from './counterpart';

export type MessageState =
  | { readonly kind: 'none' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'looking'; readonly about: Counterpart }
  | { readonly kind: 'found'; readonly about: Counterpart; readonly lookup: ContactLookup }
  | { readonly kind: 'failed'; readonly about: Counterpart; readonly failure: Failure };

/** As many others of a message are shown at once; the rest when they are asked for. */
export const othersAtOnce = 3;

/** The relationships with the people on the open message. */
export function createMessageStore(api: Pick<Api, 'lookup'>) {
  const state = signal<MessageState>({ kind: 'none' });
  /** What is known of those who are on the message too, by address. */
  const others = signal<ReadonlyMap<string, ContactLookup>>(new Map());
  const allShown = signal(false);
  let pending: AbortController | null = null;

  async function look(about: Counterpart): Promise<void> {
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    const answer = await api.lookup(about.person.address, mine.signal);
    if (mine.signal.aborted) return;
    if (answer.ok) {
      const next = answer.value.status.code === 'own' ? about.others[0] : undefined;
      if (next !== undefined) return look({ person: next, direction: 'out', others: about.others.slice(1) });
      state.value = { kind: 'found', about, lookup: answer.value };
      await lookAtOthers(about, mine.signal);
    } else if (state.value.kind !== 'found') {
      state.value = { kind: 'failed', about, failure: answer.failure };
    }
  }

  /** One who cannot be looked up keeps the name that the message gives. */
  async function lookAtOthers(about: Counterpart, signal: AbortSignal): Promise<void> {
    const asked = about.others.slice(0, allShown.value ? undefined : othersAtOnce);
    const answers = await Promise.all(asked.map(({ address }) => api.lookup(address, signal)));
    if (signal.aborted) return;
    const known = new Map(others.value);
    asked.forEach(({ address }, n) => {
      const answer = answers[n];
      if (answer?.ok === true) known.set(address, answer.value);
    });
    others.value = known;
  }

  return {
    state,
    others,
    allShown,
    async showAll() {
      allShown.value = true;
      const current = state.value;
      if (current.kind === 'found') await lookAtOthers(current.about, pending?.signal ?? new AbortController().signal);
    },
    async show(item: MailItem | null, owner: string | null) {
      pending?.abort();
      others.value = new Map();
      allShown.value = false;
      const about = item === null ? null : counterpart(item, owner);
      if (about === null) {
        state.value = { kind: item === null ? 'none' : 'nobody' };
        return;
      }
      state.value = { kind: 'looking', about };
      await look(about);
    },
    /** Asks again about the same person, leaving what is on show until the answer comes. */
    async renew() {
      const current = state.value;
      if (current.kind === 'found' || current.kind === 'failed') await look(current.about);
    },
  };
}

export type MessageStore = ReturnType<typeof createMessageStore>;
