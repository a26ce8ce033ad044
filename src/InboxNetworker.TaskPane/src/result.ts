/** What can go wrong outside the pane; `ui/failures.ts` puts each into words. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'problem'; readonly status: number; readonly title: string | null; readonly detail: string | null; readonly permission?: string; readonly claims?: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'clipboard' };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(failure: Failure): Result<never> {
  return { ok: false, failure };
}
