import { useEffect, useRef } from 'preact/hooks';
import type { ContactItem } from '../api/types';
import { MessageCard } from '../features/message/MessageCard';
import { Filters } from '../features/reconnect/Filters';
import { ReconnectList } from '../features/reconnect/ReconnectList';
import { SearchField } from '../features/search/SearchField';
import { SearchCount } from '../features/search/SearchCount';
import { SearchResults } from '../features/search/SearchResults';
import { SyncTrouble } from '../features/sync/SyncTrouble';
import type { Host } from '../office/host';
import { atOnce } from '../ui/atOnce';
import { Icon } from '../ui/Icon';
import { useFormat } from '../ui/context';
import { strings } from '../ui/strings';
import type { Stores } from './stores';

interface HomeProps {
  readonly stores: Stores;
  readonly host: Host;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
}

export function Home({ stores, host, onOpen, onWrite }: HomeProps) {
  const { sync, reconnect, message, search, wishes } = stores;
  const format = useFormat();
  const reading = sync.reading.value;
  const list = reconnect.state.value;
  const complete = sync.complete.value;
  const empty = list.kind === 'ready' && list.page.items.length === 0 && !reading;
  const line = !empty ? strings.reconnect.encouragement : complete ? strings.reconnect.emptyLine : '\u200b';
  const partial = sync.partial.value;
  const searching = search.query.value.trim() !== '';
  const top = useRef<HTMLDivElement>(null);
  const item = host.item.value;
  // What is said of the newly opened message stands at the top.
  useEffect(() => {
    const scroller = top.current?.parentElement;
    if (item !== null && scroller) scroller.scrollTop = 0;
  }, [item]);
  return (
    <div class="home" ref={top}>
      <div class={host.place.value === 'inside' ? undefined : 'message-place'}>
        {host.place.value === 'outside' && <Outside />}
        <MessageCard
          store={message}
          expected={host.place.value === 'arriving'}
          partial={partial}
          onOpen={onOpen}
          onWrite={onWrite}
        />
      </div>
      <SyncTrouble store={sync} />
      <section class="list-section" aria-labelledby="list-heading">
        <div class="list-head">
          <h2 class="list-heading" id="list-heading">
            {searching ? strings.search.heading : strings.reconnect.heading}
          </h2>
          <p class="list-line" role="status">
            {searching ? <SearchCount store={search} /> : list.kind !== 'failed' && line}
          </p>
          <SearchField store={search} />
          {!searching && <Filters store={reconnect} />}
        </div>
        {searching ? (
          <SearchResults store={search} partial={partial} onOpen={onOpen} onWrite={onWrite} />
        ) : (
          <ReconnectList
            store={reconnect}
            growing={reading}
            complete={complete}
            erased={sync.erased.value}
            onOpen={onOpen}
            onWrite={onWrite}
            actionsOf={(contact) => wishes.of(contact, format)}
          />
        )}
      </section>
    </div>
  );
}

function Outside() {
  return (
    <fluent-message-bar
      ref={atOnce}
      class="notice notice-first"
      role="status"
      intent="info"
      layout="multiline"
      data-testid="outside-outlook"
    >
      <span class="notice-icon" slot="icon">
        <Icon name="info" size={16} />
      </span>
      <strong class="notice-title">{strings.outside.title}</strong>
      <span class="notice-detail">{strings.outside.detail}</span>
    </fluent-message-bar>
  );
}
