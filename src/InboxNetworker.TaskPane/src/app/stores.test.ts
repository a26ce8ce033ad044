import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '../api/client';
import type { SyncStatus } from '../api/types';
import { createPreviewHost } from '../office/previewHost';
import { fail, ok } from '../result';
import { stubEvents } from '../testing/fakeEvents';
import { origin } from '../testing/server';
import { connect, createStores } from './stores';

const status = (messagesRead: number): SyncStatus => ({
  running: true,
  state: 'reading',
  messagesRead,
  messagesTotal: 1_000,
  meetingsRead: 0,
  contacts: 0,
  lastReadAt: null,
  waitingUntil: null,
  lastError: null,
  notices: [],
  notifications: { subscriptions: 0, received: 0, dropped: 0 },
});

function paneThatCounts() {
  const api = createApi(origin, () => 'en');
  const reconnect = vi.spyOn(api, 'reconnect').mockResolvedValue(ok({ asOf: '', items: [], nextCursor: null }));
  const stores = createStores(api);
  const host = createPreviewHost({ theme: signal('light' as const), locale: 'en', shellVisible: () => true });
  return { stores, reconnect, disconnect: connect(stores, host) };
}

beforeEach(() => {
  vi.useFakeTimers();
  stubEvents();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('loads the list at once', () => {
  const { reconnect, disconnect } = paneThatCounts();
  expect(reconnect).toHaveBeenCalledTimes(1);
  disconnect();
});

it('renews the list as the reading goes on, at most every two seconds', () => {
  const { stores, reconnect, disconnect } = paneThatCounts();
  for (let read = 0; read < 100; read++) {
    stores.sync.take(ok(status(read)));
    vi.advanceTimersByTime(100);
  }
  expect(reconnect).toHaveBeenCalledTimes(6);
  disconnect();
});

it('a word that says nothing new asks nothing', () => {
  const { stores, reconnect, disconnect } = paneThatCounts();
  stores.sync.take(ok(status(5)));
  vi.advanceTimersByTime(5_000);
  reconnect.mockClear();
  for (let i = 0; i < 10; i++) stores.sync.take(ok(status(5)));
  vi.advanceTimersByTime(5_000);
  expect(reconnect).not.toHaveBeenCalled();
  disconnect();
});

it('renews the list when the Api answers again', () => {
  const { stores, reconnect, disconnect } = paneThatCounts();
  stores.sync.take(ok(status(5)));
  vi.advanceTimersByTime(5_000);
  reconnect.mockClear();
  stores.sync.take(fail({ kind: 'unreachable' }));
  vi.advanceTimersByTime(5_000);
  expect(reconnect).not.toHaveBeenCalled();
  stores.sync.take(ok(status(5)));
  expect(reconnect).toHaveBeenCalledTimes(1);
  disconnect();
});
