import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import type { SearchStore } from './searchStore';

export function SearchCount({ store }: { readonly store: SearchStore }) {
  const format = useFormat();
  const state = store.state.value;
  if (state.kind === 'looking') return <>{strings.search.looking}</>;
  if (state.kind !== 'found') return null;
  return <>{strings.search.found(state.items.length, format.number(state.items.length))}</>;
}
