import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ok, type Result } from '../result';
import { settle, stubEvents } from '../testing/fakeEvents';
import { followSync } from './syncEvents';
import type { SyncStatus } from './types';

const reading: SyncStatus = {
  running: true,
  state: 'reading',
  messagesRead: 10,
  messagesTotal: 100,
  meetingsRead: 0,
  contacts: 0,
  lastReadAt: null,
  waitingUntil: null,
  lastError: null,
  notices: [],
  notifications: { subscriptions: 0, received: 0, dropped: 0 },
};
const done: SyncStatus = { ...reading, running: false, state: 'ready' };

const heard: Result<SyncStatus>[] = [];
const ask = vi.fn<() => Promise<Result<SyncStatus>>>();
let streams: ReturnType<typeof stubEvents>;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  streams = stubEvents();
  heard.length = 0;
  ask.mockReset().mockResolvedValue(ok(reading));
  stop = followSync(ask, (status) => heard.push(status));
  await settle();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hears the events and does not ask besides', async () => {
  expect(streams.latest().url).toBe('/api/events');
  await streams.latest().send('sync', JSON.stringify(reading));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([ok(reading)]);
  expect(ask).not.toHaveBeenCalled();
});

it.each(['', 'no json', 'null', '[]', '{"running":"yes"}', '{"running":true,"state":"reading"}'])(
  'passes over the event «%s»',
  async (data) => {
    await streams.latest().send('sync', data);
    expect(heard).toEqual([]);
  },
);

it('asks every two seconds while events do not come and the mailbox is being read', async () => {
  streams.refused = true;
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(6_500);
  expect(ask).toHaveBeenCalledTimes(4);
  expect(heard).toHaveLength(4);
});

it('asks seldom once the reading is done', async () => {
  ask.mockResolvedValue(ok(done));
  streams.refused = true;
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('stops asking when events come again', async () => {
  streams.refused = true;
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(100);
  streams.refused = false;
  await vi.advanceTimersByTimeAsync(1_000);
  ask.mockClear();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(ask).not.toHaveBeenCalled();
});

it('opens the stream anew when it has ended', async () => {
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(streams.asked).toBe(2);
});

it('is silent after it was stopped', async () => {
  streams.latest().breakOff();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([]);
  expect(streams.asked).toBe(1);
});
