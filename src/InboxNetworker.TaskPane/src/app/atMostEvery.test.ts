import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from './atMostEvery';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('acts at once', () => {
  const action = vi.fn();
  atMostEvery(2_000, action).ask();
  expect(action).toHaveBeenCalledTimes(1);
});

it('gathers what is asked for in between into one more call, when the time is up', () => {
  const action = vi.fn();
  const refresh = atMostEvery(2_000, action);
  for (let i = 0; i < 20; i++) refresh.ask();
  vi.advanceTimersByTime(1_999);
  expect(action).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(action).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(action).toHaveBeenCalledTimes(2);
});

it('never acts more often than it may, however long it is asked', () => {
  const action = vi.fn();
  const refresh = atMostEvery(2_000, action);
  for (let ms = 0; ms < 20_000; ms += 100) {
    refresh.ask();
    vi.advanceTimersByTime(100);
  }
  expect(action).toHaveBeenCalledTimes(11);
});

it('does nothing more after it was stopped', () => {
  const action = vi.fn();
  const refresh = atMostEvery(2_000, action);
  refresh.ask();
  refresh.ask();
  refresh.stop();
  vi.advanceTimersByTime(10_000);
  expect(action).toHaveBeenCalledTimes(1);
});
