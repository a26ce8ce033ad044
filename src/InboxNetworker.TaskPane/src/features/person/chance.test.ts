import { expect, it } from 'vitest';
import { chanceOf } from './chance';

it.each([
  [1, { kind: 'certain' }],
  [0.95, { kind: 'certain' }],
  [0.94, { kind: 'of', cases: 9, all: 10 }],
  [0.7, { kind: 'of', cases: 7, all: 10 }],
  [0.4, { kind: 'of', cases: 4, all: 10 }],
  [0.5, { kind: 'of', cases: 1, all: 2 }],
  [0.12, { kind: 'of', cases: 1, all: 8 }],
  [0.01, { kind: 'of', cases: 1, all: 100 }],
  [0.009, { kind: 'slight' }],
  [0, { kind: 'slight' }],
])('%d is said as %o', (p, said) => {
  expect(chanceOf(p)).toEqual(said);
});

it('what is said is never far from what it is, and never more than ten in ten', () => {
  for (let p = 0.01; p < 0.95; p += 0.001) {
    const said = chanceOf(p);
    if (said.kind !== 'of') continue;
    expect(said.cases).toBeLessThan(said.all);
    expect(Math.abs(said.cases / said.all - p)).toBeLessThan(0.051);
  }
});
