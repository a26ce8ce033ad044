import { computed, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactItem, ListPart, ReconnectFilters, ReconnectPage } from '../../api/types';
import { ok, type Failure, type Result } from '../../result';

export const pageSize = 20;
const largestPage = 100;
/** As many as a glance takes in, of those who are near while nobody is far. */
const nearest = 5;

type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly page: ReconnectPage };

/** The list of people to reconnect with, and its pages. */
export function createReconnectStore(api: Pick<Api, 'reconnect' | 'reconnectFilters' | 'near'>) {
  const loaded = signal<ListState>({ kind: 'loading' });
  /** People who are gone from the list by a word that is still on its way. */
  const hidden = signal<ReadonlySet<string>>(new Set());
  /** By what the list is narrowed down. */
  const part = signal<ListPart>({});
  /** What it can be narrowed down by; null until it is asked for. */
  const filters = signal<ReconnectFilters | null>(null);
  /** Who is close or fading, while the list has nobody to show. */
  const near = signal<readonly ContactItem[]>([]);
  /** Why the last attempt to renew or lengthen a list on show failed. */
  const trouble = signal<Failure | null>(null);
  const loadingMore = signal(false);
  /** The user is on the list: nothing on it may move. */
  const held = signal(false);
  /** People who have left the list keep their places on it until the user goes. */
  let outdated = false;
  /** People who were sent away and called back: they take the place they had. */
  const returning = new Set<string>();
  let turn = 0;

  /** A list of at least `length` people, if there are so many; the Api gives so long a one in several pages. */
  async function asLongAs(length: number, mine: number): Promise<Result<ReconnectPage>> {
    let answer = await api.reconnect({ ...part.value, limit: Math.min(largestPage, Math.max(pageSize, length)) });
    while (answer.ok && mine === turn) {
      const { items, nextCursor } = answer.value;
      if (nextCursor === null || items.length >= length) break;
      const next = await api.reconnect({
        ...part.value,
        limit: Math.min(largestPage, length - items.length),
        cursor: nextCursor,
      });
      answer = next.ok ? ok({ ...next.value, items: append(items, next.value.items) }) : next;
    }
    return answer;
  }

  async function load(): Promise<void> {
    const mine = ++turn;
    const shown = loaded.value.kind === 'ready' ? loaded.value.page.items : [];
    if (loaded.value.kind === 'failed') loaded.value = { kind: 'loading' };
    const answer = await asLongAs(shown.length, mine);
    if (mine !== turn) return;
    if (answer.ok) {
      const { items } = answer.value;
      const arranged = held.value ? keepPlaces(shown, items, returning) : items;
      for (const { id } of items) returning.delete(id);
      outdated = arranged.length > items.length;
      loaded.value = { kind: 'ready', page: { ...answer.value, items: arranged } };
      trouble.value = null;
      if (items.length === 0 && Object.keys(part.value).length === 0) await lookAround(mine);
    } else if (loaded.value.kind === 'ready') {
      trouble.value = answer.failure;
    } else {
      loaded.value = { kind: 'failed', failure: answer.failure };
    }
  }

  async function lookAround(mine: number): Promise<void> {
    const answer = await api.near(nearest);
    if (mine === turn && answer.ok) near.value = answer.value.items;
  }

  async function more(): Promise<void> {
    const before = loaded.value;
    if (before.kind !== 'ready' || before.page.nextCursor === null || loadingMore.value) return;
    const mine = ++turn;
    loadingMore.value = true;
    // As many again as are on show, so that the end of a long list is a few steps away.
    const limit = Math.min(largestPage, Math.max(pageSize, before.page.items.length));
    const answer = await api.reconnect({ ...part.value, limit, cursor: before.page.nextCursor });
    loadingMore.value = false;
    if (mine !== turn) return;
    if (answer.ok) {
      loaded.value = { kind: 'ready', page: { ...answer.value, items: append(before.page.items, answer.value.items) } };
      trouble.value = null;
    } else {
      trouble.value = answer.failure;
    }
  }

  /** What is on show: without those who were just sent away. */
  const state = computed<ListState>(() => {
    const list = loaded.value;
    if (list.kind !== 'ready' || hidden.value.size === 0) return list;
    return { ...list, page: { ...list.page, items: list.page.items.filter(({ id }) => !hidden.value.has(id)) } };
  });

  held.subscribe((isHeld) => {
    if (!isHeld && outdated && !loadingMore.value) void load();
  });

  return {
    state,
    near,
    trouble,
    loadingMore,
    held,
    /** Loads the list, or renews what is on show without taking it away. */
    load: () => (loadingMore.value ? Promise.resolve() : load()),
    more,
    part,
    filters,
    /** Shows a part of the list, from its beginning. */
    async narrow(next: ListPart): Promise<void> {
      part.value = next;
      loaded.value = { kind: 'loading' };
      await load();
    },
    async askFilters(): Promise<void> {
      const answer = await api.reconnectFilters();
      if (answer.ok) filters.value = answer.value;
    },
    /** Takes somebody off the list at once, or lets them be on it again. */
    hide: (id: string, away: boolean): void => {
      const next = new Set(hidden.value);
      if (away) next.add(id);
      else if (next.delete(id)) returning.add(id);
      hidden.value = next;
    },
  };
}

export type ReconnectStore = ReturnType<typeof createReconnectStore>;

/** Those on show in their places, as they are now where they are still listed; then who is new. Who returns stands where the fresh list has them. */
export function keepPlaces(
  shown: readonly ContactItem[],
  fresh: readonly ContactItem[],
  returning: ReadonlySet<string> = new Set(),
): ContactItem[] {
  const now = new Map(fresh.map((item) => [item.id, item]));
  const places = append(
    shown.map((item) => now.get(item.id) ?? item),
    fresh.filter(({ id }) => !returning.has(id)),
  );
  for (const item of fresh.toReversed()) {
    if (places.some(({ id }) => id === item.id)) continue;
    const follower = fresh[fresh.indexOf(item) + 1];
    places.splice(follower === undefined ? places.length : places.findIndex(({ id }) => id === follower.id), 0, item);
  }
  return places;
}

function append(items: readonly ContactItem[], more: readonly ContactItem[]): ContactItem[] {
  const known = new Set(items.map((item) => item.id));
  return [...items, ...more.filter((item) => !known.has(item.id))];
}
