import { useEffect, useState } from 'preact/hooks';
import type { ContactItem } from '../../api/types';
import type { Action } from '../../ui/ActionMenu';
import { Button } from '../../ui/Button';
import { ContactRow } from '../../ui/ContactRow';
import { focusOn, useFocusKept } from '../../ui/focusKept';
import { FailureNotice, QuietNote } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import type { ReconnectStore } from './reconnectStore';

/** As many as a tall pane shows. */
const firstRows = 6;

interface ReconnectListProps {
  readonly store: ReconnectStore;
  /** The mailbox is being read, so an empty list is not the last word. */
  readonly growing: boolean;
  /** The mailbox has been read to the end: an empty list means that nobody has gone quiet. */
  readonly complete: boolean;
  /** Everything was erased: nothing comes until the mailbox is read again. */
  readonly erased: boolean;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
  readonly actionsOf: (contact: ContactItem) => readonly Action[];
}

export function ReconnectList({
  store,
  growing,
  complete,
  erased,
  onOpen,
  onWrite,
  actionsOf,
}: ReconnectListProps) {
  const state = store.state.value;
  const list = useFocusKept<HTMLUListElement>();
  const painted = useFirstPaint(state.kind === 'ready');

  if (state.kind === 'loading') return <Skeleton rows={4} />;
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void store.load()} />;

  const { items, nextCursor } = state.page;
  if (items.length === 0 && Object.keys(store.part.value).length > 0) return <NobodyFits />;
  if (items.length === 0 && erased) return <Erased />;
  if (items.length === 0) return growing ? <Growing /> : complete ? <Empty near={store.near.value} onOpen={onOpen} onWrite={onWrite} /> : null;
  const shown = painted ? items : items.slice(0, firstRows);
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
        onKeyDown={(event) => {
          const row = rowOf(event.target);
          const person = items.find(({ id }) => id === row?.dataset.contactId);
          if (row === null || person === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          if (pressed(event.key, row, person, actionsOf(person), onWrite)) event.preventDefault();
        }}
      >
        {shown.map((item) => (
          <ContactRow key={item.id} contact={item} onOpen={onOpen} onWrite={onWrite} actionsOf={actionsOf} />
        ))}
      </ul>
      {painted && nextCursor !== null && (
        <div class="list-more">
          <Button onClick={() => void store.more()} busy={store.loadingMore.value} testId="show-more">
            {store.loadingMore.value ? strings.reconnect.showingMore : strings.reconnect.showMore}
          </Button>
        </div>
      )}
    </>
  );
}

/** False until the first rows were painted: the others can wait for that moment. */
function useFirstPaint(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (ready && !painted) requestAnimationFrame(() => setTimeout(setPainted, 0, true));
  }, [ready, painted]);
  return painted;
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-contact-id]') : null;
}

/** The keys of the list; they act on the person that has the focus. */
function pressed(
  key: string,
  row: HTMLElement,
  person: ContactItem,
  actions: readonly Action[],
  onWrite: (contact: ContactItem) => void,
): boolean {
  const [next, before] = [row.nextElementSibling, row.previousElementSibling];
  if (key === 'ArrowDown') focusOn(next);
  else if (key === 'ArrowUp') focusOn(before);
  else if (key === 'w') onWrite(person);
  else {
    const action = actions.find(({ letter }) => letter === key);
    if (action === undefined) return false;
    // The person may leave the list: the focus goes on before.
    focusOn(next ?? before);
    action.run();
  }
  return true;
}

function NobodyFits() {
  return (
    <QuietNote icon="filter" title={strings.filters.noneTitle}>
      {strings.filters.noneDetail}
    </QuietNote>
  );
}

function Erased() {
  return (
    <QuietNote icon="leaf" title={strings.settings.erased}>
      {strings.settings.erasedDetail}
    </QuietNote>
  );
}

function Growing() {
  return (
    <QuietNote icon="leaf" title={strings.reconnect.growingTitle}>
      {strings.reconnect.growingDetail}
    </QuietNote>
  );
}

interface EmptyProps extends Pick<ReconnectListProps, 'onOpen' | 'onWrite'> {
  /** Who is close or fading. */
  readonly near: readonly ContactItem[];
}

function Empty({ near, onOpen, onWrite }: EmptyProps) {
  return (
    <>
      <QuietNote icon="leaf" title={strings.reconnect.emptyTitle}>
        {strings.reconnect.emptyDetail}
      </QuietNote>
      {near.length > 0 && (
        <>
          <h3 class="near-heading">{strings.reconnect.closeTitle}</h3>
          <ul class="contact-list" aria-label={strings.reconnect.closeTitle} data-testid="near">
            {near.map((item) => (
              <ContactRow key={item.id} contact={item} onOpen={onOpen} onWrite={onWrite} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
