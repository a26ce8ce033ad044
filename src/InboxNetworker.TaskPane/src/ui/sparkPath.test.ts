import { describe, expect, it } from 'vitest';
import { sparkPaths } from './sparkPath';

describe('the sparkline', () => {
  it('draws nothing where nothing was', () => {
    expect(sparkPaths([], 100, 20)).toBeNull();
    expect(sparkPaths([3], 100, 20)).toBeNull();
    expect(sparkPaths([0, 0, 0], 100, 20)).toBeNull();
  });

  it('runs from the left edge to the right, the peak at the top and silence at the bottom', () => {
    expect(sparkPaths([0, 4, 1], 100, 20)).toEqual({
      line: 'M0 19L50 1L100 10',
      area: 'M0 19L50 1L100 10L100 20L0 20Z',
    });
  });

  it('stays inside its box for any values', () => {
    const values = Array.from({ length: 36 }, (_, i) => ((i * 7919) % 97) - 3);
    const numbers = sparkPaths(values, 132, 24)?.line.slice(1).split(/[L ]/).map(Number) ?? [];
    expect(numbers).toHaveLength(72);
    for (const [place, value] of numbers.entries()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(place % 2 === 0 ? 132 : 24);
    }
  });
});
