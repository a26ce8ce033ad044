import type { ContactDetail, ContactItem, ContactState, HistoryWeek } from '../api/types';
import { sketches, type Sketch } from './sketches.ts';

export const owner = { name: 'Nora Lindqvist', address: 'nora.lindqvist@fernhill.example' };
export const asOf = new Date().toISOString();

const weekMs = 7 * 86_400_000;
/** The Monday of this week, so that the silences always end today. 1970-01-05 was a Monday. */
const monday = Math.floor((Date.now() - 4 * 86_400_000) / weekMs) * weekMs + 4 * 86_400_000;
const weeksShown = 156;

export const people: readonly ContactDetail[] = sketches.map(person);

function person(sketch: Sketch, place: number): ContactDetail {
  const history = historyOf(sketch, place);
  const sum = (pick: (week: HistoryWeek) => number) => history.reduce((total, week) => total + pick(week), 0);
  const last = history.at(-1);
  const lastAt =
    last === undefined ? null : new Date(Date.parse(last.start) + 2 * 86_400_000 + 36_000_000).toISOString();
  const dated = (text: string | undefined) => (text === undefined || lastAt === null ? null : { text, at: lastAt });
  return {
    id: `p${place + 1}`,
    name: sketch.name,
    address: sketch.address,
    addresses: [sketch.address, ...(sketch.others ?? [])],
    department: sketch.department ?? null,
    company: sketch.company ?? null,
    jobTitle: sketch.jobTitle ?? null,
    state: sketch.state,
    tie: 1 - place / 40,
    contact30: 0.1,
    lastContact:
      lastAt === null
        ? null
        : { at: lastAt, channel: place % 4 === 1 ? 'meeting' : 'mail', direction: place % 2 === 0 ? 'in' : 'out' },
    status: statusOf(sketch.state),
    reasons: sketch.reasons.map((text, index) => ({ code: `sample-${index}`, text })),
    sparkline: sparklineOf(history),
    firstContactAt: history[0] === undefined ? null : `${history[0].start}T08:00:00Z`,
    rhythm: history.length < 6 ? null : 'about every 3 weeks',
    turn: place % 4 === 1 ? null : place % 2 === 0 ? 'yours' : 'theirs',
    totals: {
      sent: sum((week) => week.sent),
      received: sum((week) => week.received),
      meetings: sum((week) => week.meetings),
      activeWeeks: history.length,
    },
    history,
    lastSubject: dated(sketch.subject),
    lastMeeting: dated(sketch.meeting),
    nextMeeting: null,
    maybeSame: [],
    outcome: null,
    explanation: { state: 'Silent for far longer than usual between you.', start: -1.2, mailbox: 0, facts: [] },
    preferences: { snoozedUntil: null, resting: false, pinned: false, everyWeeks: null, tags: [], note: null },
  };
}

function statusOf(state: ContactState) {
  const listed = state === 'dormant' || state === 'fading';
  return listed
    ? { code: state, text: 'Suggested: this relationship has gone quiet.', listed }
    : { code: 'in-touch', text: 'You are in touch: not suggested.', listed };
}

function historyOf({ pace, inTouch }: Sketch, seed: number): HistoryWeek[] {
  const weeks: HistoryWeek[] = [];
  for (let back = weeksShown - 1; back >= 0; back--) {
    if (!inTouch.some(([from, to]) => back <= from && back >= to)) continue;
    const swing = 1 + Math.sin((back + seed * 7) / 5) * 0.8;
    const [sent, received] = [
      Math.round(pace * swing * 0.9),
      Math.round(pace * swing * (0.6 + ((back + seed) % 3) * 0.3)),
    ];
    const meetings = (back + seed) % 6 === 0 && pace > 0.7 ? 1 : 0;
    if (sent + received + meetings === 0) continue;
    const start = new Date(monday - back * weekMs).toISOString().slice(0, 10);
    weeks.push({ week: isoWeek(start), start, sent, received, meetings });
  }
  return weeks;
}

function isoWeek(monday: string): string {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / weekMs);
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function sparklineOf(history: readonly HistoryWeek[]): number[] {
  const buckets = Array.from({ length: 36 }, () => 0);
  const end = monday + weekMs;
  for (const week of history) {
    const bucket = 35 - Math.floor((end - Date.parse(week.start)) / (weekMs * (weeksShown / 36)));
    const value = buckets[bucket];
    if (value !== undefined) buckets[bucket] = value + week.sent + week.received + week.meetings;
  }
  return buckets;
}

export function toItem(detail: ContactDetail): ContactItem {
  const {
    id,
    name,
    address,
    addresses,
    department,
    company,
    jobTitle,
    state,
    tie,
    contact30,
    lastContact,
    reasons,
    sparkline,
  } = detail;
  return {
    id,
    name,
    address,
    addresses,
    department,
    company,
    jobTitle,
    state,
    tie,
    contact30,
    lastContact,
    reasons,
    sparkline,
  };
}
