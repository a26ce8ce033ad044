import { useId, useState } from 'preact/hooks';
import type { ContactItem } from '../api/types';
import { ActionMenu, type Action } from './ActionMenu';
import { Button } from './Button';
import { ContactSummary, displayName } from './ContactSummary';
import { useFormat } from './context';
import { Icon } from './Icon';
import { Sparkline } from './Sparkline';
import { strings } from './strings';

interface ContactRowProps {
  readonly contact: ContactItem;
  readonly onOpen: (contact: ContactItem) => void;
  readonly onWrite: (contact: ContactItem) => void;
  /** What else can be done with them. */
  readonly actionsOf?: (contact: ContactItem) => readonly Action[];
}

/** One person in a list: who, why, how it went, and the way to write. */
export function ContactRow({ contact, onOpen, onWrite, actionsOf }: ContactRowProps) {
  const [expanded, setExpanded] = useState(false);
  const format = useFormat();
  const restId = useId();
  const [first, ...rest] = contact.reasons;
  const moreReasons = strings.reconnect.moreReasons(rest.length, format.number(rest.length));
  return (
    <li class="contact-row" aria-label={displayName(contact)} data-testid="contact" data-contact-id={contact.id}>
      <ContactSummary
        contact={contact}
        size={36}
        onOpen={() => {
          onOpen(contact);
        }}
      />
      {first !== undefined && <p class="reason reason-first">{first.text}</p>}
      {rest.length > 0 && (
        <ul class="reason-rest" id={restId} hidden={!expanded}>
          {rest.map((reason) => (
            <li class="reason" key={reason.code}>
              {reason.text}
            </li>
          ))}
        </ul>
      )}
      <div class="row-foot">
        <Sparkline values={contact.sparkline} />
        {rest.length > 0 && (
          <button
            type="button"
            class={expanded ? 'icon-button reasons-toggle reasons-shown' : 'icon-button reasons-toggle'}
            aria-expanded={expanded}
            aria-controls={restId}
            aria-label={moreReasons}
            title={expanded ? strings.reconnect.fewerReasons : moreReasons}
            onClick={() => {
              setExpanded(!expanded);
            }}
          >
            <Icon name="chevron" size={16} />
          </button>
        )}
        <Button
          size="small"
          label={strings.common.writeTo(displayName(contact))}
          onClick={() => {
            onWrite(contact);
          }}
        >
          {strings.common.write}
        </Button>
        {actionsOf !== undefined && (
          <ActionMenu name={displayName(contact)} actionsOf={() => actionsOf(contact)} />
        )}
      </div>
    </li>
  );
}
