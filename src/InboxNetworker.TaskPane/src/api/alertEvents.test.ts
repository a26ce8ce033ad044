import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/fakeEventSource';
import { followAlerts } from './alertEvents';
import type { AlertStatus } from './types';

const status: AlertStatus = { open: 2, unseen: 1, at: '2026-06-15T12:00:00Z' };
const heard: AlertStatus[] = [];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeEventSource);
  FakeEventSource.opened = 0;
  heard.length = 0;
  stop = followAlerts((next) => heard.push(next));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hears how many alerts there are', () => {
  expect(FakeEventSource.latest.url).toBe('/api/alerts/events');
  FakeEventSource.latest.send('alerts', JSON.stringify(status));
  FakeEventSource.latest.send('alerts', JSON.stringify({ ...status, at: null }));
  expect(heard).toEqual([status, { ...status, at: null }]);
});

it.each(['', 'no json', 'null', '[]', '{"open":"two"}', '{"open":2,"unseen":1}', '{"open":2,"unseen":1,"at":5}'])(
  'passes over the event «%s»',
  (data) => {
    FakeEventSource.latest.send('alerts', data);
    expect(heard).toEqual([]);
  },
);

it('opens the stream anew when the browser has given it up, and not after it was stopped', async () => {
  FakeEventSource.latest.breakOff(FakeEventSource.CLOSED);
  await vi.advanceTimersByTimeAsync(15_100);
  expect(FakeEventSource.opened).toBe(2);
  FakeEventSource.latest.breakOff(FakeEventSource.CLOSED);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeEventSource.opened).toBe(2);
});
