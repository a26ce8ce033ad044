// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import type { AuditItem } from '../../api/types';
import { speak } from '../../ui/strings';
import { recordLine } from './recordLine';

afterEach(() => {
  speak('en');
});

const line = (what: AuditItem['what'], count = 0, times = 1) =>
  recordLine({ at: '2026-06-15T12:00:00Z', what, count, times }, String);

it.each([
  [1, 1, '1 new message or meeting read'],
  [6, 12, '6 new messages and meetings read, in 12 readings'],
  [500, 0, '500 new messages and meetings read, not to the end'],
])('says of %s messages in %s readings how much was read', (count, times, said) => {
  expect(line('reading', count, times)).toBe(said);
});

it('says the same in German', () => {
  speak('de');
  expect(line('reading', 6, 12)).toBe('6 neue Mails und Termine gelesen, in 12 Durchgängen');
  expect(line('forget', 1)).toBe('Eine Person wurde vergessen');
});

it.each(['en', 'de'])('has words for everything that can be done, in %s', (language) => {
  speak(language);
  const all: readonly AuditItem['what'][] = [
    'reading', 'alertDecided', 'draftSaved', 'digestSent', 'taskMade', 'export', 'forget', 'remember', 'dropped', 'signIn', 'permission',
  ];
  for (const what of all) expect(line(what, 2)).not.toBe('');
});
