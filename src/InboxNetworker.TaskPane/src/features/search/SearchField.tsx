import { useRef } from 'preact/hooks';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';
import type { SearchStore } from './searchStore';
import './search.css';

export function SearchField({ store }: { readonly store: SearchStore }) {
  const field = useRef<HTMLElement & { value: string }>(null);
  const clear = () => {
    store.type('');
    field.current?.focus();
  };
  return (
    <search class="search-field">
      <fluent-text-input
        ref={field}
        class="search-input"
        type="text"
        value={store.query.value}
        placeholder={strings.search.placeholder}
        maxlength={200}
        data-testid="search"
        onInput={(event) => {
          store.type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') clear();
        }}
      >
        <span class="visually-hidden">{strings.search.label}</span>
        <Icon name="search" slot="start" size={16} />
        {store.query.value !== '' && (
          <button type="button" slot="end" class="icon-button" aria-label={strings.search.clear} onClick={clear}>
            <Icon name="close" size={16} />
          </button>
        )}
      </fluent-text-input>
    </search>
  );
}
