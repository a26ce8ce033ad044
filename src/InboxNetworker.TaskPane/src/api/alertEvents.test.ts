import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settle, stubEvents } from '../testing/fakeEvents';
import { followAlerts } from './alertEvents';
import type { AlertStatus } from './types';

const status: AlertStatus = { open: 2, unseen: 1, at: '2026-06-15T12:00:00Z' };
const heard: AlertStatus[] = [];
let streams: ReturnType<typeof stubEvents>;
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  streams = stubEvents();
  heard.length = 0;
  stop = followAlerts((next) => heard.push(next));
  await settle();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hears how many alerts there are', async () => {
  expect(streams.latest().url).toBe('/api/alerts/events');
  await streams.latest().send('alerts', JSON.stringify(status));
  await streams.latest().send('alerts', JSON.stringify({ ...status, at: null }));
  expect(heard).toEqual([status, { ...status, at: null }]);
});

it.each(['', 'no json', 'null', '[]', '{"open":"two"}', '{"open":2,"unseen":1}', '{"open":2,"unseen":1,"at":5}'])(
  'passes over the event «%s»',
  async (data) => {
    await streams.latest().send('alerts', data);
    expect(heard).toEqual([]);
  },
);

it('opens the stream anew when it has ended, and not after it was stopped', async () => {
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(streams.asked).toBe(2);
  streams.latest().breakOff();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(streams.asked).toBe(2);
});

it('asks ever more seldom while it is refused, and calls its request off when it is stopped', async () => {
  streams.refused = true;
  streams.latest().breakOff();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(streams.asked).toBeLessThan(9);
  streams.refused = false;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(streams.latest().isOpen).toBe(true);
  stop();
  expect(streams.latest().isOpen).toBe(false);
});
