import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { SyncStatus } from '../../api/types';
import { fail, ok } from '../../result';
import { createSyncStore } from './syncStore';

const ready: SyncStatus = {
  running: false,
  state: 'ready',
  messagesRead: 40,
  messagesTotal: 40,
  meetingsRead: 2,
  contacts: 5,
  lastReadAt: '2026-03-16T09:00:00Z',
  waitingUntil: null,
  lastError: null,
  notices: [],
  notifications: { subscriptions: 0, received: 0, dropped: 0 },
};
const busy = fail({ kind: 'problem', status: 503, title: 'The service is busy', detail: 'Wait a minute.' });

function storeRefusedOnce() {
  const readAgain = vi.fn<Api['readAgain']>().mockResolvedValueOnce(busy).mockResolvedValueOnce(ok(ready));
  const store = createSyncStore({ readAgain });
  store.take(ok(ready));
  return store;
}

it('a refusal to read again is told as it is, and the mailbox is not taken for lost', async () => {
  const store = storeRefusedOnce();
  await store.readAgain();
  expect(store.refused.value).toEqual(busy.ok ? null : busy.failure);
  expect(store.lost.value).toBeNull();
  expect(store.asking.value).toBe(false);
});

it('the refusal stays until another try succeeds', async () => {
  const store = storeRefusedOnce();
  await store.readAgain();
  store.take(ok(ready));
  expect(store.refused.value).not.toBeNull();
  await store.readAgain();
  expect(store.refused.value).toBeNull();
});

it('the refusal goes when a reading begins by itself', async () => {
  const store = storeRefusedOnce();
  await store.readAgain();
  store.take(ok({ ...ready, running: true, state: 'reading' }));
  expect(store.refused.value).toBeNull();
});

it('a mailbox is read in part until a reading has gone through, and nothing is claimed before the first word', () => {
  const store = createSyncStore({ readAgain: () => Promise.resolve(busy) });
  expect(store.partial.value).toBe(false);
  store.take(ok({ ...ready, state: 'failed', lastReadAt: null }));
  expect(store.partial.value).toBe(true);
  store.take(ok(ready));
  expect(store.partial.value).toBe(false);
});
