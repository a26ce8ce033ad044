import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ContactItem } from '../../api/types';
import { Button } from '../../ui/Button';
import { ContactRow } from '../../ui/ContactRow';
import { FailureNotice, QuietNote } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import type { ReconnectStore } from './reconnectStore';

interface ReconnectListProps {
  readonly store: ReconnectStore;
  /** The mailbox is being read, so an empty list is not the last word. */
  readonly growing: boolean;
  /** The mailbox has been read to the end: an empty list means that nobody has gone quiet. */
  readonly complete: boolean;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
}

export function ReconnectList({ store, growing, complete, onOpen, onWrite }: ReconnectListProps) {
  const state = store.state.value;
  const list = useFocusKept<HTMLUListElement>();

  if (state.kind === 'loading') return <Skeleton rows={4} />;
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void store.load()} />;

  const { items, nextCursor } = state.page;
  if (items.length === 0) return growing ? <Growing /> : complete ? <Empty /> : null;
  const hold = (held: boolean) => () => {
    store.held.value = held;
  };
  return (
    <>
      {store.trouble.value !== null && (
        <FailureNotice
          failure={store.trouble.value}
          comfort={strings.reconnect.stale}
          onRetry={() => void store.load()}
        />
      )}
      <ul
        class="contact-list"
        ref={list}
        aria-label={strings.reconnect.list}
        data-testid="reconnect-list"
        onPointerEnter={hold(true)}
        onPointerLeave={hold(false)}
        onFocusIn={hold(true)}
        onFocusOut={hold(false)}
      >
        {items.map((item) => (
          <ContactRow key={item.id} contact={item} onOpen={onOpen} onWrite={onWrite} />
        ))}
      </ul>
      {nextCursor !== null && (
        <div class="list-more">
          <Button onClick={() => void store.more()} busy={store.loadingMore.value} testId="show-more">
            {store.loadingMore.value ? strings.reconnect.showingMore : strings.reconnect.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

function Growing() {
  return (
    <QuietNote icon="leaf" title={strings.reconnect.growingTitle}>
      {strings.reconnect.growingDetail}
    </QuietNote>
  );
}

function Empty() {
  return (
    <QuietNote icon="leaf" title={strings.reconnect.emptyTitle}>
      {strings.reconnect.emptyDetail}
    </QuietNote>
  );
}

/** Rows that change places are taken out and put in again, which drops the focus inside them: give it back. */
function useFocusKept<T extends HTMLElement>() {
  const list = useRef<T>(null);
  const active = document.activeElement;
  const focused = list.current?.contains(active) === true && active instanceof HTMLElement ? active : null;
  useLayoutEffect(() => {
    if (focused !== null && focused !== document.activeElement && focused.isConnected) {
      focused.focus({ preventScroll: true });
    }
  });
  return list;
}
