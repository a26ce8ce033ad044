import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactItem, ReconnectPage } from '../../api/types';
import type { Failure } from '../../result';

export const pageSize = 20;
const largestPage = 100;

type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly page: ReconnectPage };

/** The list of people to reconnect with, and its pages. */
export function createReconnectStore(api: Pick<Api, 'reconnect'>) {
  const state = signal<ListState>({ kind: 'loading' });
  /** Why the last attempt to renew or lengthen a list on show failed. */
  const trouble = signal<Failure | null>(null);
  const loadingMore = signal(false);
  /** The user is on the list: nothing on it may move. */
  const held = signal(false);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = ++turn;
    const shown = state.value.kind === 'ready' ? state.value.page.items : [];
    if (state.value.kind === 'failed') state.value = { kind: 'loading' };
    const limit = Math.min(largestPage, Math.max(pageSize, shown.length));
    const answer = await api.reconnect({ limit });
    if (mine !== turn) return;
    if (answer.ok) {
      const { items } = answer.value;
      state.value = { kind: 'ready', page: { ...answer.value, items: held.value ? keepPlaces(shown, items) : items } };
      trouble.value = null;
    } else if (state.value.kind === 'ready') {
      trouble.value = answer.failure;
    } else {
      state.value = { kind: 'failed', failure: answer.failure };
    }
  }

  async function more(): Promise<void> {
    const before = state.value;
    if (before.kind !== 'ready' || before.page.nextCursor === null || loadingMore.value) return;
    const mine = ++turn;
    loadingMore.value = true;
    const answer = await api.reconnect({ limit: pageSize, cursor: before.page.nextCursor });
    loadingMore.value = false;
    if (mine !== turn) return;
    if (answer.ok) {
      state.value = { kind: 'ready', page: { ...answer.value, items: append(before.page.items, answer.value.items) } };
      trouble.value = null;
    } else {
      trouble.value = answer.failure;
    }
  }

  return {
    state,
    trouble,
    loadingMore,
    held,
    /** Loads the list, or renews what is on show without taking it away. */
    load: () => (loadingMore.value ? Promise.resolve() : load()),
    more,
  };
}

export type ReconnectStore = ReturnType<typeof createReconnectStore>;

/** The fresh items, those already on show in their old order and first. */
export function keepPlaces(shown: readonly ContactItem[], fresh: readonly ContactItem[]): ContactItem[] {
  const places = new Map(shown.map((item, place) => [item.id, place]));
  const placeOf = (item: ContactItem) => places.get(item.id) ?? Number.POSITIVE_INFINITY;
  return fresh.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left === right ? 0 : left - right;
  });
}

function append(items: readonly ContactItem[], more: readonly ContactItem[]): ContactItem[] {
  const known = new Set(items.map((item) => item.id));
  return [...items, ...more.filter((item) => !known.has(item.id))];
}
