import { expect, it } from 'vitest';
import { toFillIn } from './toFillIn';

it.each([
  ['Hi Ana, [your answer] and [your answer] or [more]', ['[your answer]', '[more]']],
  ['Nothing [] to [[nest]] fill', ['[nest]']],
  ['A line\n[that\ngoes on]', []],
  ['', []],
])('finds what is still to be filled in: %s', (text, open) => {
  expect(toFillIn(text)).toEqual(open);
});
