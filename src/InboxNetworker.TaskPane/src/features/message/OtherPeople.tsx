import type { ContactItem, ContactLookup } from '../../api/types';
import type { MailPerson } from '../../office/host';
import { displayName } from '../../ui/ContactSummary';
import { now, useFormat } from '../../ui/context';
import { StateBadge } from '../../ui/StateBadge';
import { strings } from '../../ui/strings';
import type { Counterpart } from './counterpart';
import { othersAtOnce, type MessageStore } from './messageStore';

interface OtherPeopleProps {
  readonly store: MessageStore;
  readonly about: Counterpart;
  readonly onOpen: (contact: ContactItem) => void;
}

/** Who else is on the message. The names stand at once, so that nothing moves when more is known of them. */
export function OtherPeople({ store, about, onOpen }: OtherPeopleProps) {
  const known = store.others.value;
  const people = about.others.filter(({ address }) => known.get(address)?.status.code !== 'own');
  if (people.length === 0) return null;
  const shown = store.allShown.value ? people : people.slice(0, othersAtOnce);
  return (
    <>
      <h3 class="card-heading others-heading">{strings.message.others}</h3>
      <ul class="others" data-testid="others">
        {shown.map((person) => (
          <Other key={person.address} person={person} lookup={known.get(person.address) ?? null} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length < people.length && (
        <button type="button" class="link-button" data-testid="more-others" onClick={() => void store.showAll()}>
          {strings.message.moreOthers(people.length - shown.length)}
        </button>
      )}
    </>
  );
}

interface OtherProps extends Pick<OtherPeopleProps, 'onOpen'> {
  readonly person: MailPerson;
  /** Null until it is known. */
  readonly lookup: ContactLookup | null;
}

function Other({ person, lookup, onOpen }: OtherProps) {
  const format = useFormat();
  const contact = lookup?.contact ?? null;
  const line =
    contact === null
      ? lookup?.status.text
      : [
          format.lastContact(contact.lastContact, now.value),
          contact.turn === null ? null : strings.message.turn[contact.turn],
          contact.rhythm === null ? null : strings.message.rhythm(contact.rhythm),
        ]
          .filter((part) => part !== null)
          .join(' · ');
  return (
    <li class="other" data-testid="other">
      <div class="summary-head">
        {contact === null ? (
          <span class="summary-name" title={person.address}>
            <bdi>{displayName(person)}</bdi>
          </span>
        ) : (
          <button
            type="button"
            class="name-link"
            title={contact.address}
            onClick={() => {
              onOpen(contact);
            }}
          >
            <bdi>{displayName(contact)}</bdi>
          </button>
        )}
        {contact !== null && <StateBadge state={contact.state} />}
      </div>
      <p class="card-line" title={line}>
        {line ?? '\u200b'}
      </p>
    </li>
  );
}
