/**
 * A probability as a few words can say it: so many in so many. Close to certain, and next to nothing, it has no
 * numbers: they would pretend to know more than anybody does.
 */
export type Chance =
  | { readonly kind: 'certain' }
  | { readonly kind: 'slight' }
  | { readonly kind: 'of'; readonly cases: number; readonly all: number };

/** @param p From 0 to 1. */
export function chanceOf(p: number): Chance {
  if (p >= 0.95) return { kind: 'certain' };
  if (p < 0.01) return { kind: 'slight' };
  const tenths = Math.round(p * 10);
  // From «3 in 10» on, one in so many would be too coarse.
  if (tenths >= 3 && tenths !== 5) return { kind: 'of', cases: tenths, all: 10 };
  return { kind: 'of', cases: 1, all: Math.round(1 / p) };
}
