import { strings } from './strings';
import type { LastContact } from '../api/types';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Days in each unit, the coarsest first; a month is 30.44 days, a year 365.25. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25],
  ['month', 30.44],
  ['week', 7],
  ['day', 1],
];

/** A day without a time is that day wherever the user is; read as a moment it would be the evening before in the west. */
function read(at: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00` : at);
}

/** Dates and numbers as the user's locale writes them. */
export function createFormat(locale: string) {
  const relative = new Intl.RelativeTimeFormat(strings.language, { numeric: 'auto' });
  const exactRelative = new Intl.RelativeTimeFormat(strings.language, { numeric: 'always' });
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

  /** How long ago `at` is, rounded down to whole units; the future and the last minute are «just now». */
  function ago(at: string, now: number): string {
    const elapsed = now - Date.parse(at);
    if (Number.isNaN(elapsed)) return '';
    if (elapsed < minute) return strings.lastContact.justNow;
    if (elapsed < hour) return exactRelative.format(-Math.floor(elapsed / minute), 'minute');
    if (elapsed < day) return exactRelative.format(-Math.floor(elapsed / hour), 'hour');
    const days = elapsed / day;
    for (const [unit, length] of units) {
      if (days >= length) {
        const whole = Math.floor(days / length);
        return (unit === 'day' ? relative : exactRelative).format(-whole, unit);
      }
    }
    return '';
  }

  return {
    ago,
    number: (value: number) => numbers.format(value),
    date: (at: string) => dates.format(read(at)),
    moment: (at: string) => moments.format(new Date(at)),
    clock: (at: string) => times.format(new Date(at)),

    /** A day, as 2026-12-24: «yesterday», «today» and «tomorrow», or the date. */
    day(at: string, now: number): string {
      const date = read(at);
      const away = Math.round((date.getTime() - new Date(now).setHours(0, 0, 0, 0)) / day);
      return Math.abs(away) <= 1 ? relative.format(away, 'day') : weekdays.format(date);
    },

    /** A day before today. */
    isPast: (at: string, now: number): boolean => read(at).getTime() < new Date(now).setHours(0, 0, 0, 0),

    /** `month` is the UTC time of a month's first instant. */
    month: (month: number) => months.format(month),

    /** The time today, the day and month this year, the whole date before. */
    messageDate(at: string, now: number): string {
      const date = new Date(at);
      const today = new Date(now);
      if (date.toDateString() === today.toDateString()) return times.format(date);
      return date.getFullYear() === today.getFullYear() ? weekdays.format(date) : dates.format(date);
    },

    lastContact(last: LastContact | null, now: number): string {
      if (last === null) return strings.lastContact.none;
      const when = ago(last.at, now);
      return last.channel === 'meeting'
        ? strings.lastContact.met(when)
        : strings.lastContact.mail[last.direction](when);
    },
  };
}

export type Format = ReturnType<typeof createFormat>;
