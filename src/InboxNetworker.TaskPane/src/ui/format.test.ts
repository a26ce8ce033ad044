import { describe, expect, it } from 'vitest';
import { createFormat } from './format';

const now = Date.parse('2026-03-16T12:00:00Z');
const before = (ms: number) => new Date(now - ms).toISOString();
const day = 86_400_000;

describe('how long ago', () => {
  const { ago } = createFormat('en-GB');
  it.each([
    [-5_000, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [59 * 60_000, '59 minutes ago'],
    [3_600_000, '1 hour ago'],
    [day, 'yesterday'],
    [6.9 * day, '6 days ago'],
    [7 * day, '1 week ago'],
    [30 * day, '4 weeks ago'],
    [31 * day, '1 month ago'],
    [365 * day, '11 months ago'],
    [366 * day, '1 year ago'],
    [3 * 366 * day, '3 years ago'],
  ])('%d ms is told as «%s»', (elapsed, text) => {
    expect(ago(before(elapsed), now)).toBe(text);
  });

  it('says nothing about a date that is none', () => {
    expect(ago('soon', now)).toBe('');
  });
});

describe('numbers and dates', () => {
  it("follow the user's locale, not the language of the texts", () => {
    expect(createFormat('de-DE').number(7310)).toBe('7.310');
    expect(createFormat('en-US').number(7310)).toBe('7,310');
    expect(createFormat('de-DE').month(Date.UTC(2026, 2, 1))).toBe('März 2026');
  });

  it('a month does not slip with the time zone', () => {
    expect(createFormat('en-GB').month(Date.UTC(2026, 0, 1))).toBe('Jan 2026');
  });

  it('a message of today shows its time, one of an earlier year its year', () => {
    const format = createFormat('en-GB');
    const noon = new Date(2026, 2, 16, 12).getTime();
    expect(format.messageDate(new Date(2026, 2, 16, 9, 5).toISOString(), noon)).toBe('09:05');
    expect(format.messageDate(new Date(2026, 1, 2).toISOString(), noon)).toMatch(/2 Feb$/);
    expect(format.messageDate(new Date(2024, 1, 2).toISOString(), noon)).toBe('2 Feb 2024');
  });
});

describe('the last contact', () => {
  const format = createFormat('en-GB');
  const at = before(70 * day);
  it.each([
    ['mail', 'in', 'They wrote 2 months ago'],
    ['mail', 'out', 'You wrote 2 months ago'],
    ['mail', 'both', 'You wrote to each other 2 months ago'],
    ['meeting', 'in', 'You met 2 months ago'],
  ] as const)('%s %s: «%s»', (channel, direction, text) => {
    expect(format.lastContact({ at, channel, direction }, now)).toBe(text);
  });

  it('can be missing', () => {
    expect(format.lastContact(null, now)).toBe('No mail or meeting yet');
  });
});

describe('a day', () => {
  const format = createFormat('en-GB');
  const evening = new Date(2026, 2, 16, 22).getTime();
  it.each([
    ['2026-03-15', 'yesterday'],
    ['2026-03-16', 'today'],
    ['2026-03-17', 'tomorrow'],
    ['2026-03-20', 'Fri, 20 Mar'],
    ['2026-03-09', 'Mon, 9 Mar'],
  ])('%s is told as «%s»', (day, text) => {
    expect(format.day(day, evening).replace(/^(Fri|Mon) /, '$1, ')).toBe(text);
  });

  it('is the same one in every time zone', () => {
    expect(format.date('2026-12-24')).toBe('24 Dec 2026');
  });
});
