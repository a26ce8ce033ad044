import type { Failure } from '../result';
import { strings } from './strings';

export interface FailureText {
  readonly title: string;
  readonly detail: string;
}

/** What happened and what to do, in the server's words where it has some. */
export function describe(failure: Failure): FailureText {
  switch (failure.kind) {
    case 'unreachable':
    case 'superseded':
      return strings.failure.unreachable;
    case 'host':
      return strings.failure.host;
    case 'clipboard':
      return strings.failure.clipboard;
    case 'problem': {
      const fallback =
        failure.status === 404
          ? strings.failure.notFound
          : failure.status === 401
            ? strings.failure.token
            : strings.failure.problem;
      return { title: failure.title ?? fallback.title, detail: failure.detail ?? fallback.detail };
    }
  }
}
