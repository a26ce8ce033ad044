import type { ContactState } from '../api/types';
import { strings } from './strings';

/** The state in a word; the dot's colour only repeats it. */
export function StateBadge({ state }: { readonly state: ContactState }) {
  return <span class={`state state-${state}`}>{strings.state[state]}</span>;
}
