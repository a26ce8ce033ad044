import { expect, it } from 'vitest';
import { describe as inWords } from './failures';
import { strings } from './strings';

it("shows the server's own words", () => {
  expect(inWords({ kind: 'problem', status: 502, title: 'Not saved', detail: 'Try again.' })).toEqual({
    title: 'Not saved',
    detail: 'Try again.',
  });
});

it('has words of its own where the server has none', () => {
  expect(inWords({ kind: 'problem', status: 500, title: null, detail: null })).toEqual(strings.failure.problem);
  expect(inWords({ kind: 'problem', status: 404, title: null, detail: null })).toEqual(strings.failure.notFound);
});

it('always says what happened and what to do', () => {
  for (const kind of ['unreachable', 'superseded', 'host', 'clipboard'] as const) {
    const { title, detail } = inWords({ kind });
    expect(title).not.toBe('');
    expect(detail).not.toBe('');
  }
});
