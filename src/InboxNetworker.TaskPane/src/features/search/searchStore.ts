import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactItem } from '../../api/types';
import type { Failure } from '../../result';

const limit = 50;
const typingPauseMs = 200;

export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly items: readonly ContactItem[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Search over everyone: asks when the typing pauses, and only the last question's answer counts. */
export function createSearchStore(api: Pick<Api, 'contacts'>) {
  const query = signal('');
  const state = signal<SearchState>({ kind: 'idle' });
  let pending: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The question in the field has its answer. */
  let answered = false;

  async function ask(): Promise<void> {
    answered = false;
    const answer = await question();
    if (answer === null) return;
    answered = true;
    state.value = answer.ok
      ? { kind: 'found', items: answer.value.items }
      : { kind: 'failed', failure: answer.failure };
  }

  /** The answer, or null when another question has taken its place. */
  async function question() {
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    const answer = await api.contacts(query.value.trim(), limit, mine.signal);
    return mine.signal.aborted ? null : answer;
  }

  return {
    query,
    state,
    ask,
    /** Asks an answered question again, leaving what is on show until there is a better answer. */
    async renew() {
      if (!answered) return;
      const answer = await question();
      if (answer?.ok === true) state.value = { kind: 'found', items: answer.value.items };
    },
    type(text: string) {
      query.value = text;
      answered = false;
      pending?.abort();
      clearTimeout(timer);
      if (text.trim() === '') {
        state.value = { kind: 'idle' };
        return;
      }
      // Earlier findings stay until the new ones come, so that the list does not flicker.
      if (state.value.kind !== 'found') state.value = { kind: 'looking' };
      timer = setTimeout(() => void ask(), typingPauseMs);
    },
  };
}

export type SearchStore = ReturnType<typeof createSearchStore>;
