// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { speak, strings } from './index';

afterEach(() => {
  speak('en');
});

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-de', 'de'],
  ['en-US', 'en'],
  ['fr-FR', 'en'],
  ['', 'en'],
])('speaks %s as %s, and says so of the page', (locale, language) => {
  speak(locale);
  expect(strings.language).toBe(language);
  expect(document.documentElement.lang).toBe(language);
});

it('says nothing in German that it says in English, but for what is the same in both', () => {
  const same = leaves(en).filter(([path, text]) => text !== '' && leaves(de).some(([p, t]) => p === path && t === text));
  expect(same.map(([path]) => path.split('.').at(-1))).toEqual(expect.not.arrayContaining(['write', 'heading', 'undo']));
  expect(same.length).toBeLessThan(25);
});

it('has no text that is empty', () => {
  expect(leaves(de).filter(([, text]) => text.trim() === '')).toEqual([]);
});

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return typeof value === 'object' && value !== null ? leaves(value, here) : [];
  });
}
