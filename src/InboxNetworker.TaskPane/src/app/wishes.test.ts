// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../api/client';
import type { ContactDetail } from '../api/types';
import { fail, ok } from '../result';
import { people, toItem } from '../testing/samplePeople';
import { createFormat } from '../ui/format';
import { undoLast } from '../ui/toast';
import { createWishes } from './wishes';

const [person] = people as [ContactDetail];
const contact = toItem(person);
const format = createFormat('en-GB');
const before = { ...person.preferences, note: 'Kiel', tags: ['sailing'] };
const broken = fail({ kind: 'unreachable' });

let prefer: ReturnType<typeof vi.fn<Api['prefer']>>;
let dismiss: ReturnType<typeof vi.fn<Api['dismiss']>>;
let takeBack: ReturnType<typeof vi.fn<Api['takeBack']>>;
let hide: ReturnType<typeof vi.fn<(id: string, hidden: boolean) => void>>;
let kept: ReturnType<typeof vi.fn<(id: string) => void>>;
let changed: ReturnType<typeof vi.fn<() => void>>;
let wishes: ReturnType<typeof createWishes>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-16T12:00:00Z') });
  prefer = vi.fn<Api['prefer']>().mockResolvedValue(ok(person));
  dismiss = vi.fn<Api['dismiss']>().mockResolvedValue(ok(person));
  takeBack = vi.fn<Api['takeBack']>().mockResolvedValue(ok(person));
  hide = vi.fn<(id: string, hidden: boolean) => void>();
  kept = vi.fn<(id: string) => void>();
  changed = vi.fn<() => void>();
  const detail = vi.fn<Api['contact']>().mockResolvedValue(ok({ ...person, preferences: before }));
  wishes = createWishes({ contact: detail, prefer, dismiss, takeBack }, { hide, kept, changed });
});

const press = async (key: string, day?: string) => {
  wishes
    .of(contact, format)
    .find((action) => action.key === key)
    ?.run(day);
  await vi.advanceTimersByTimeAsync(0);
};

it.each([
  ['week', undefined, '2026-03-23'],
  ['month', undefined, '2026-04-15'],
  ['quarter', undefined, '2026-06-15'],
  ['date', '2026-12-24', '2026-12-24'],
])('snoozes for a %s and keeps whatever else is wished', async (key, day, until) => {
  await press(key, day);
  expect(prefer).toHaveBeenCalledExactlyOnceWith(contact.id, { ...before, snoozedUntil: until, resting: false });
  expect(hide).toHaveBeenCalledExactlyOnceWith(contact.id, true);
});

it('an undone snooze brings back what was wished before, whole', async () => {
  await press('month');
  undoLast();
  await vi.advanceTimersByTimeAsync(0);
  expect(prefer).toHaveBeenLastCalledWith(contact.id, before);
  expect(hide).toHaveBeenLastCalledWith(contact.id, false);
});

it('«not now» is taken back as a word of its own', async () => {
  await press('not-now');
  expect(dismiss).toHaveBeenCalledExactlyOnceWith(contact.id);
  undoLast();
  await vi.advanceTimersByTimeAsync(0);
  expect(takeBack).toHaveBeenCalledExactlyOnceWith(contact.id);
});

it('a pin leaves the person on the list', async () => {
  await press('pin');
  expect(prefer).toHaveBeenCalledExactlyOnceWith(contact.id, { ...before, pinned: true, resting: false });
  expect(hide).not.toHaveBeenCalledWith(contact.id, true);
});

it('a word that did not arrive lets the person stay, and offers nothing to take back', async () => {
  prefer.mockResolvedValue(broken);
  await press('rest');
  expect(hide.mock.calls).toEqual([
    [contact.id, true],
    [contact.id, false],
  ]);
  undoLast();
  await vi.advanceTimersByTimeAsync(0);
  expect(prefer).toHaveBeenCalledTimes(1);
});

it('what can be undone is offered for ten seconds', async () => {
  await press('rest');
  await vi.advanceTimersByTimeAsync(10_001);
  undoLast();
  await vi.advanceTimersByTimeAsync(0);
  expect(prefer).toHaveBeenCalledTimes(1);
});

it('whoever was sent away may be on the list again by a word on the open person', async () => {
  await press('month');
  await wishes.prefer({ ...person, preferences: before }, { snoozedUntil: null }, null);
  expect(hide).toHaveBeenLastCalledWith(contact.id, false);
});

it('a word on the open person that did not arrive changes nothing on the list', async () => {
  await press('month');
  prefer.mockResolvedValue(broken);
  await wishes.prefer({ ...person, preferences: before }, { snoozedUntil: null }, null);
  expect(hide).toHaveBeenLastCalledWith(contact.id, true);
});

it('tells that somebody is sent away for good once it can no longer be taken back', async () => {
  await press('month');
  await vi.advanceTimersByTimeAsync(9_000);
  expect(kept).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept).toHaveBeenCalledExactlyOnceWith(contact.id);
});

it('the next word ends the chance to take back the one before it', async () => {
  await press('rest');
  await press('pin');
  expect(kept).toHaveBeenCalledExactlyOnceWith(contact.id);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(kept).toHaveBeenCalledTimes(1);
});

it('nobody is sent away for good who was called back, or whose snooze was refused', async () => {
  await press('month');
  undoLast();
  await vi.advanceTimersByTimeAsync(20_000);
  prefer.mockResolvedValue(broken);
  await press('week');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(kept).not.toHaveBeenCalled();
});
