import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { ReconnectPage } from '../../api/types';
import { fail, ok, type Result } from '../../result';
import { later } from '../../testing/later';
import { people, toItem } from '../../testing/samplePeople';
import { createReconnectStore, keepPlaces } from './reconnectStore';

const [a, b, c, d] = people.map(toItem) as [Item, Item, Item, Item];
type Item = ReconnectPage['items'][number];

const page = (items: Item[], nextCursor: string | null = null) =>
  ok({ asOf: '2026-03-16T09:00:00Z', items, nextCursor });
const broken = fail({ kind: 'unreachable' });
const reconnectFilters = () => Promise.resolve(ok({ states: [], companies: [], departments: [], tags: [] }));
const near = () => Promise.resolve(ok({ items: [c, d] }));

function storeThatHears(...answers: Result<ReconnectPage>[]) {
  const reconnect = vi.fn<Api['reconnect']>();
  for (const answer of answers) reconnect.mockResolvedValueOnce(answer);
  return { store: createReconnectStore({ reconnect, reconnectFilters, near }), reconnect };
}

function shown(store: ReturnType<typeof createReconnectStore>): string[] {
  const state = store.state.value;
  return state.kind === 'ready' ? state.page.items.map(({ id }) => id) : [];
}

it('shows the first page', async () => {
  const { store } = storeThatHears(page([a, b]));
  expect(store.state.value.kind).toBe('loading');
  await store.load();
  expect(shown(store)).toEqual([a.id, b.id]);
});

it('a first load that fails says so, and can be tried again', async () => {
  const { store } = storeThatHears(broken, page([a]));
  await store.load();
  expect(store.state.value).toEqual({ kind: 'failed', failure: { kind: 'unreachable' } });
  await store.load();
  expect(shown(store)).toEqual([a.id]);
});

it('a renewal that fails leaves the list on show', async () => {
  const { store } = storeThatHears(page([a, b]), broken);
  await store.load();
  await store.load();
  expect(shown(store)).toEqual([a.id, b.id]);
  expect(store.trouble.value).toEqual({ kind: 'unreachable' });
});

it('lengthens the list, each person once', async () => {
  const { store, reconnect } = storeThatHears(page([a, b], 'next'), page([b, c]));
  await store.load();
  await store.more();
  expect(reconnect).toHaveBeenLastCalledWith({ limit: 20, cursor: 'next' });
  expect(shown(store)).toEqual([a.id, b.id, c.id]);
  expect(store.loadingMore.value).toBe(false);
});

it('a long list grows by as many as are on show, up to what one page holds', async () => {
  const many = Array.from({ length: 140 }, (_, i) => ({ ...a, id: `x${i}` }));
  const { store, reconnect } = storeThatHears(
    page(many.slice(0, 60), '60'),
    page(many.slice(60, 120), '120'),
    page(many.slice(120), '140'),
  );
  await store.load();
  await store.more();
  await store.more();
  expect(reconnect.mock.calls.slice(1)).toEqual([[{ limit: 60, cursor: '60' }], [{ limit: 100, cursor: '120' }]]);
});

it('has no more to load after the last page', async () => {
  const { store, reconnect } = storeThatHears(page([a]));
  await store.load();
  await store.more();
  expect(reconnect).toHaveBeenCalledTimes(1);
});

it('a renewal asks for as many as are on show', async () => {
  const many = Array.from({ length: 34 }, (_, i) => ({ ...a, id: `x${i}` }));
  const { store, reconnect } = storeThatHears(page(many), page(many));
  await store.load();
  await store.load();
  expect(reconnect).toHaveBeenLastCalledWith({ limit: 34 });
});

it('takes the new order while nobody is on the list, and keeps the places while somebody is', async () => {
  const { store } = storeThatHears(page([a, b]), page([c, b, a]), page([a, d, c, b]));
  await store.load();
  await store.load();
  expect(shown(store)).toEqual([c.id, b.id, a.id]);
  store.held.value = true;
  await store.load();
  expect(shown(store)).toEqual([c.id, b.id, a.id, d.id]);
});

it('only the last question counts, whenever its answer comes', async () => {
  const late = later<Result<ReconnectPage>>();
  const reconnect = vi
    .fn<Api['reconnect']>()
    .mockReturnValueOnce(late.promise)
    .mockResolvedValueOnce(page([b]));
  const store = createReconnectStore({ reconnect, reconnectFilters, near });
  const first = store.load();
  await store.load();
  late.resolve(page([a]));
  await first;
  expect(shown(store)).toEqual([b.id]);
});

it('those who left the list keep their places, and those who stay are shown as they are now', () => {
  const renewed: Item = { ...c, name: 'Renamed' };
  expect(keepPlaces([a, b, c], [d, renewed, a])).toEqual([a, b, renewed, d]);
});

it('who is called back takes the old place, even while the user is on the list', async () => {
  const { store } = storeThatHears(page([a, b, c]), page([a, c]), page([a, b, c]));
  await store.load();
  store.hide(b.id, true);
  await store.load();
  store.held.value = true;
  store.hide(b.id, false);
  await store.load();
  expect(shown(store)).toEqual([a.id, b.id, c.id]);
});

it('those who left the list go when the user leaves it', async () => {
  const { store } = storeThatHears(page([a, b]), page([b]), page([b]));
  await store.load();
  store.held.value = true;
  await store.load();
  expect(shown(store)).toEqual([a.id, b.id]);
  store.held.value = false;
  await vi.waitUntil(() => shown(store).length === 1);
  expect(shown(store)).toEqual([b.id]);
});

it('a renewal of more people than one page holds drops none of them', async () => {
  const many = Array.from({ length: 120 }, (_, i) => ({ ...a, id: `x${i}` }));
  const { store, reconnect } = storeThatHears(
    page(many.slice(0, 100), '100'),
    page(many.slice(100), '120'),
    page(many.slice(0, 100), '100'),
    page(many.slice(100), '120'),
  );
  await store.load();
  await store.more();
  await store.load();
  expect(reconnect.mock.calls.slice(2)).toEqual([[{ limit: 100 }], [{ limit: 20, cursor: '100' }]]);
  expect(shown(store)).toEqual(many.map(({ id }) => id));
  expect(store.state.value).toMatchObject({ page: { nextCursor: '120' } });
});

it('an empty list looks for who is near, and a narrowed one does not', async () => {
  const { store } = storeThatHears(page([]), page([]));
  await store.narrow({ company: 'Nowhere' });
  expect(store.near.value).toEqual([]);
  await store.narrow({});
  expect(store.near.value).toEqual([c, d]);
});
