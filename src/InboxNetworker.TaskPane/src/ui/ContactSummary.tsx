import type { ContactItem } from '../api/types';
import { Avatar } from './Avatar';
import { StateBadge } from './StateBadge';
import { strings } from './strings';

export function displayName(contact: Pick<ContactItem, 'name' | 'address'>): string {
  return contact.name.trim() || contact.address || strings.common.noName;
}

/** Where a person belongs: the title and the department, or else the company. */
export function affiliation(contact: Pick<ContactItem, 'department' | 'company' | 'jobTitle'>): string {
  const place = contact.department ?? contact.company;
  return [contact.jobTitle, place].filter((part) => part !== null && part !== '').join(' · ');
}

interface ContactSummaryProps {
  readonly contact: ContactItem;
  readonly size: 36 | 40;
  readonly onOpen: () => void;
}

/** Who it is, at a glance; the name opens the person. */
export function ContactSummary({ contact, size, onOpen }: ContactSummaryProps) {
  const place = affiliation(contact);
  return (
    <div class="summary">
      <Avatar contactId={contact.id} name={contact.name} address={contact.address} size={size} />
      <div class="summary-text">
        <div class="summary-head">
          <button type="button" class="name-link" onClick={onOpen} title={contact.address}>
            <bdi>{displayName(contact)}</bdi>
          </button>
          <StateBadge state={contact.state} />
        </div>
        <div class="summary-place" title={place || contact.address}>
          <bdi>{place || contact.address}</bdi>
        </div>
      </div>
    </div>
  );
}
