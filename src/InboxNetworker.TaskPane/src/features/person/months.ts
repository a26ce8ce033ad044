import type { HistoryWeek } from '../../api/types';

export interface Month {
  /** The UTC time of the month's first instant. */
  readonly start: number;
  readonly sent: number;
  readonly received: number;
  readonly meetings: number;
}

const fewest = 12;
const most = 36;

/**
 * The weekly history by calendar month, up to the month of `now`, silent months included: 12 to 36 of them.
 * A week belongs to the month of its Thursday, as its ISO number does to a year.
 */
export function byMonth(history: readonly HistoryWeek[], now: number): Month[] {
  const last = monthIndex(now);
  const weeks = history.map((week) => ({ week, index: monthIndex(Date.parse(week.start) + 3 * 86_400_000) }));
  const earliest = Math.min(last, ...weeks.map(({ index }) => index));
  const count = Math.min(most, Math.max(fewest, last - earliest + 1));
  const first = last - count + 1;
  const months = Array.from({ length: count }, (_, place) => ({
    start: monthStart(first + place),
    sent: 0,
    received: 0,
    meetings: 0,
  }));
  for (const { week, index } of weeks) {
    const month = months[Math.min(index, last) - first];
    if (month === undefined) continue;
    month.sent += week.sent;
    month.received += week.received;
    month.meetings += week.meetings;
  }
  return months;
}

function monthIndex(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthStart(index: number): number {
  return Date.UTC(Math.floor(index / 12), index % 12, 1);
}

export function totalOf(month: Month): number {
  return month.sent + month.received + month.meetings;
}

/** The first month of the silence that lasts until now; the count of months where there is none. */
export function silentFrom(months: readonly Month[]): number {
  return months.findLastIndex((month) => totalOf(month) > 0) + 1;
}

/** The nearest month there is, of so many. */
export function inPicture(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
