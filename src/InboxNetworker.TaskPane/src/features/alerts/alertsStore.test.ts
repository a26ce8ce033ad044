import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { Alert, AlertList, AlertStatus } from '../../api/types';
import { fail, ok, type Result } from '../../result';
import { later } from '../../testing/later';
import { sampleAlerts } from '../../testing/sampleAlerts';
import { createAlertsStore } from './alertsStore';

const [a, b, c] = sampleAlerts as [Alert, Alert, Alert];
const broken = fail({ kind: 'unreachable' });
const status = (minute: number, unseen = 1): AlertStatus => ({ open: 1, unseen, at: `2026-06-15T12:0${minute}:00Z` });
const list = (alerts: readonly Alert[], unseen = 0): Result<AlertList> => ok({ on: true, unseen, alerts: [...alerts] });

function storeThatHears(...answers: readonly Result<AlertList>[]) {
  const alerts = vi.fn<Api['alerts']>();
  for (const answer of answers) alerts.mockResolvedValueOnce(answer);
  const api = {
    alerts,
    seeAlerts: vi.fn<Api['seeAlerts']>().mockResolvedValue(list([a, b])),
    dismissAlert: vi.fn<Api['dismissAlert']>().mockResolvedValue(list([b])),
    actOnAlert: vi.fn<Api['actOnAlert']>().mockResolvedValue(list([b])),
  };
  return { api, store: createAlertsStore(api) };
}
function shown({ state }: { readonly state: ReturnType<typeof createAlertsStore>['state'] }) {
  return state.value.kind === 'ready' ? state.value.list.alerts.map(({ id }) => id) : state.value.kind;
}

it('a list that cannot be had is a failure, and another try may bring it', async () => {
  const { store } = storeThatHears(broken, list([a]));
  expect(shown(store)).toBe('loading');
  await store.load();
  expect(store.state.value).toEqual({ kind: 'failed', failure: { kind: 'unreachable' } });
  await store.load();
  expect(shown(store)).toEqual([a.id]);
});

it('a list on show stays when it cannot be renewed, and that is said', async () => {
  const { store } = storeThatHears(list([a]), broken, list([b]));
  await store.load();
  await store.load();
  expect(shown(store)).toEqual([a.id]);
  expect(store.trouble.value).toEqual({ kind: 'unreachable' });
  await store.load();
  expect(store.trouble.value).toBeNull();
});

it('an event changes the badge at once and has the list read again', async () => {
  const { store } = storeThatHears(list([]), list([a], 1));
  await store.load();
  const taken = store.take(status(1));
  expect(store.unseen.value).toBe(1);
  await taken;
  expect(shown(store)).toEqual([a.id]);
});

it('an event that says nothing new, or that nothing is known yet, asks nothing', async () => {
  const { store, api } = storeThatHears(list([a], 1), list([a], 1));
  await store.load();
  await store.take({ open: 0, unseen: 0, at: null });
  expect(store.unseen.value).toBe(1);
  await store.take(status(1));
  await store.take(status(1));
  expect(api.alerts).toHaveBeenCalledTimes(2);
});

it('only the last question counts, whenever its answer comes', async () => {
  const { store, api } = storeThatHears();
  const early = later<Result<AlertList>>();
  api.alerts.mockReturnValueOnce(early.promise).mockResolvedValueOnce(list([b]));
  const first = store.load();
  await store.load();
  early.resolve(list([a]));
  await first;
  expect(shown(store)).toEqual([b.id]);
});

it('nothing is seen while nobody looks, and what is new stays marked until the user leaves', async () => {
  const { store, api } = storeThatHears(list([a, { ...b, seen: true }], 1));
  await store.load();
  expect(api.seeAlerts).not.toHaveBeenCalled();
  store.watched.value = true;
  await vi.waitUntil(() => store.unseen.value === 0);
  expect(api.seeAlerts).toHaveBeenCalledTimes(1);
  expect([...store.fresh.value]).toEqual([a.id]);
  store.watched.value = false;
  expect(store.fresh.value.size).toBe(0);
});

it('one that comes while the user looks is seen at once', async () => {
  const { store, api } = storeThatHears(list([]), list([a], 1));
  store.watched.value = true;
  await store.load();
  await store.take(status(1));
  await vi.waitUntil(() => store.unseen.value === 0);
  expect(api.seeAlerts).toHaveBeenCalledTimes(1);
});

it('what could not be told as seen keeps the badge, and the next list tries again', async () => {
  const { store, api } = storeThatHears(list([a], 1), list([a], 1));
  api.seeAlerts.mockResolvedValueOnce(broken);
  store.watched.value = true;
  await store.load();
  await vi.waitUntil(() => api.seeAlerts.mock.results.length === 1);
  expect(store.unseen.value).toBe(1);
  await store.load();
  await vi.waitUntil(() => store.unseen.value === 0);
  expect(api.seeAlerts).toHaveBeenCalledTimes(2);
});

it('one that is put away goes at once, and comes back when that was refused', async () => {
  const { store, api } = storeThatHears(list([a, b]), list([a, b]));
  await store.load();
  const refusal = later<Result<AlertList>>();
  api.dismissAlert.mockReturnValueOnce(refusal.promise);
  const done = store.dismiss(a);
  expect(shown(store)).toEqual([b.id]);
  refusal.resolve(broken);
  expect(await done).toEqual(broken);
  expect(shown(store)).toEqual([a.id, b.id]);
  await store.dismiss(a);
  expect(api.dismissAlert).toHaveBeenLastCalledWith(a.id);
  expect(shown(store)).toEqual([b.id]);
});

it('who is sent away takes their alerts along, and brings them back', async () => {
  const { store } = storeThatHears(list([a, b]), list([a, b]));
  await store.load();
  store.hide(a.contactId ?? '', true);
  expect(shown(store)).toEqual([b.id]);
  await store.load();
  expect(shown(store)).toEqual([b.id]);
  store.hide(a.contactId ?? '', false);
  expect(shown(store)).toEqual([a.id, b.id]);
});

it('something done about a person is told of every alert about them, and of no other', async () => {
  const again = { ...c, contactId: a.contactId };
  const { store, api } = storeThatHears(list([a, b, again]));
  await store.load();
  await store.acted(a.contactId ?? '');
  expect(api.actOnAlert.mock.calls).toEqual([[a.id], [again.id]]);
  expect(shown(store)).toEqual([b.id]);
  await store.acted('somebody else');
  expect(api.actOnAlert).toHaveBeenCalledTimes(2);
});

it('another number is news, though it was so at the same moment', async () => {
  const { store } = storeThatHears(list([]), list([a, b], 2));
  await store.take(status(1, 0));
  await store.take(status(1, 2));
  expect(shown(store)).toEqual([a.id, b.id]);
});
