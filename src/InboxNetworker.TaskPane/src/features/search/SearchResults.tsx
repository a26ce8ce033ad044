import type { ContactItem } from '../../api/types';
import { ContactRow } from '../../ui/ContactRow';
import { FailureNotice, QuietNote } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import type { SearchStore } from './searchStore';

interface SearchResultsProps {
  readonly store: SearchStore;
  /** The mailbox has never been read to the end: whom it does not find may still come. */
  readonly partial: boolean;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
}

export function SearchResults({ store, partial, onOpen, onWrite }: SearchResultsProps) {
  const state = store.state.value;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'looking':
      return <Skeleton rows={2} label={strings.search.looking} />;
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={() => void store.ask()} />;
    case 'found':
      return state.items.length === 0 ? (
        <QuietNote icon="search" title={partial ? strings.sync.partial : strings.search.noneTitle}>
          {strings.search.noneDetail}
        </QuietNote>
      ) : (
        <ul class="contact-list" aria-label={strings.search.heading} data-testid="search-results">
          {state.items.map((item) => (
            <ContactRow key={item.id} contact={item} onOpen={onOpen} onWrite={onWrite} />
          ))}
        </ul>
      );
  }
}
