import { expect, it } from 'vitest';
import type { HistoryWeek } from '../../api/types';
import { people } from '../../testing/samplePeople';
import { byMonth, inPicture, silentFrom, totalOf } from './months';

const now = Date.parse('2026-03-16T12:00:00Z');
const week = (start: string, sent = 1): HistoryWeek => ({ week: '', start, sent, received: 0, meetings: 0 });
const sum = (months: ReturnType<typeof byMonth>) => months.reduce((total, month) => total + totalOf(month), 0);

it('shows a year at least, and ends this month, so that the silence is seen', () => {
  const months = byMonth([week('2026-01-05')], now);
  expect(months).toHaveLength(12);
  expect(months.at(-1)?.start).toBe(Date.UTC(2026, 2, 1));
  expect(months.map(totalOf)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
});

it('shows three years at most', () => {
  expect(byMonth([week('2015-01-05'), week('2026-01-05')], now)).toHaveLength(36);
});

it('a week counts for the month of its Thursday', () => {
  const months = byMonth([week('2025-12-29', 5), week('2025-12-22', 3)], now);
  expect(months.find(({ start }) => start === Date.UTC(2026, 0, 1))?.sent).toBe(5);
  expect(months.find(({ start }) => start === Date.UTC(2025, 11, 1))?.sent).toBe(3);
});

it('a week whose Thursday is still to come counts for this month', () => {
  expect(byMonth([week('2026-03-30')], Date.parse('2026-03-31T12:00:00Z')).at(-1)?.sent).toBe(1);
});

it('loses nothing that lies within its months', () => {
  const today = Date.now();
  for (const { history } of people) {
    const within = history.filter(({ start }) => Date.parse(start) > today - 1_000 * 86_400_000);
    const expected = within.reduce((total, { sent, received, meetings }) => total + sent + received + meetings, 0);
    expect(sum(byMonth(within, today))).toBe(expected);
  }
});

it('a person without a history has an empty year', () => {
  const months = byMonth([], now);
  expect(months).toHaveLength(12);
  expect(sum(months)).toBe(0);
});

it('the silence begins with the month after the last contact', () => {
  expect(silentFrom(byMonth([week('2026-01-05')], now))).toBe(10);
  expect(silentFrom(byMonth([week('2026-03-09')], now))).toBe(12);
  expect(silentFrom(byMonth([], now))).toBe(0);
});

it('beyond an end of the picture is its last month', () => {
  expect([-1, 0, 11, 12, Infinity].map((place) => inPicture(place, 12))).toEqual([0, 0, 11, 11, 11]);
});
