import type { ContactDetail, ContactItem } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { ContactSummary, displayName } from '../../ui/ContactSummary';
import { now, useFormat } from '../../ui/context';
import { FailureNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import type { Counterpart } from './counterpart';
import type { MessageState, MessageStore } from './messageStore';
import { OtherPeople } from './OtherPeople';
import './message.css';

interface MessageCardProps {
  readonly store: MessageStore;
  /** Outlook is about to tell the open message: the card keeps its place. */
  readonly expected: boolean;
  /** The mailbox has never been read to the end. */
  readonly partial: boolean;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
}

export function MessageCard({ store, expected, partial, onOpen, onWrite }: MessageCardProps) {
  const state = store.state.value;
  if (state.kind === 'none' && !expected) return null;
  return (
    <section class="message-card" aria-labelledby="message-heading" data-testid="message-card">
      <h2 class="card-heading" id="message-heading">
        {strings.message.heading}
      </h2>
      <div class="card-body" aria-live="polite" aria-busy={state.kind === 'looking' || state.kind === 'none'}>
        <CardBody state={state} onOpen={onOpen} onWrite={onWrite} onRetry={() => void store.renew()} />
        {partial && state.kind === 'found' && <p class="card-line">{strings.sync.partial}</p>}
      </div>
      {(state.kind === 'looking' || state.kind === 'found') && (
        <OtherPeople store={store} about={state.about} onOpen={onOpen} />
      )}
    </section>
  );
}

interface CardBodyProps extends Omit<MessageCardProps, 'store' | 'expected' | 'partial'> {
  readonly state: MessageState;
  readonly onRetry: () => void;
}

function CardBody({ state, onOpen, onWrite, onRetry }: CardBodyProps) {
  switch (state.kind) {
    case 'none':
      return null;
    case 'nobody':
      return <p class="card-line">{strings.message.nobodyDetail}</p>;
    case 'looking':
      return <Stranger about={state.about} text={strings.message.looking} />;
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={onRetry} />;
    case 'found':
      return state.lookup.contact === null ? (
        <Stranger about={state.about} text={state.lookup.status.text} />
      ) : (
        <Known contact={state.lookup.contact} status={state.lookup.status.text} onOpen={onOpen} onWrite={onWrite} />
      );
  }
}

interface KnownProps extends Omit<MessageCardProps, 'store' | 'expected' | 'partial'> {
  readonly contact: ContactDetail;
  readonly status: string;
}

function Known({ contact, status, onOpen, onWrite }: KnownProps) {
  const format = useFormat();
  const reason = contact.reasons[0]?.text ?? status;
  return (
    <>
      <ContactSummary
        contact={contact}
        size={40}
        onOpen={() => {
          onOpen(contact);
        }}
      />
      <p class="reason reason-first">{reason}</p>
      <Habit contact={contact} />
      <div class="row-foot">
        <span
          class="card-line"
          title={contact.lastContact === null ? undefined : format.moment(contact.lastContact.at)}
        >
          {format.lastContact(contact.lastContact, now.value)}
        </span>
        <Button
          size="small"
          label={strings.common.writeTo(displayName(contact))}
          onClick={() => {
            onWrite(contact);
          }}
        >
          {strings.common.write}
        </Button>
      </div>
    </>
  );
}

/** How often the two are in touch, and whose turn it is to write. */
function Habit({ contact: { rhythm, turn } }: { readonly contact: ContactDetail }) {
  const parts = [
    rhythm === null ? null : strings.message.rhythm(rhythm),
    turn === null ? null : strings.message.turn[turn],
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : (
    <p class="card-line" data-testid="habit">
      {parts.join(' · ')}
    </p>
  );
}

/** Someone without a relationship, or one that is still being looked up. */
function Stranger({ about, text }: { readonly about: Counterpart; readonly text: string }) {
  const { name, address } = about.person;
  return (
    <>
      <div class="summary">
        <Avatar name={name} address={address} size={40} />
        <div class="summary-text">
          <div class="summary-name">
            <bdi>{displayName(about.person)}</bdi>
          </div>
          <div class="summary-place">
            <bdi>{address}</bdi>
          </div>
        </div>
      </div>
      <p class="card-line">{text}</p>
    </>
  );
}
