import type { MailItem, MailPerson } from './host';

type OfficeItem = NonNullable<Office.Mailbox['item']>;
type Named = Office.EmailAddressDetails;

/** Outlook shapes the open item by what it is and whether it is being read or written. */
export async function readItem(item: OfficeItem, key: string): Promise<MailItem> {
  const loose = item as unknown as Partial<
    Record<'from' | 'organizer' | 'to' | 'cc' | 'requiredAttendees' | 'optionalAttendees', unknown>
  >;
  const recipients = await Promise.all(
    [loose.to, loose.cc, loose.requiredAttendees, loose.optionalAttendees].map(people),
  );
  return {
    key,
    from: person(loose.from) ?? person(loose.organizer),
    recipients: recipients.flat(),
  };
}

/** An array while reading; while writing, something that must be asked. */
async function people(field: unknown): Promise<MailPerson[]> {
  if (Array.isArray(field)) return field.map(person).filter((found) => found !== null);
  if (!isAskable(field)) return [];
  return new Promise((resolve) => {
    field.getAsync((answer) => {
      resolve(Array.isArray(answer.value) ? answer.value.map(person).filter((found) => found !== null) : []);
    });
  });
}

interface Askable {
  getAsync(callback: (answer: { value: unknown }) => void): void;
}

function isAskable(field: unknown): field is Askable {
  return typeof field === 'object' && field !== null && 'getAsync' in field && typeof field.getAsync === 'function';
}

function person(field: unknown): MailPerson | null {
  if (typeof field !== 'object' || field === null) return null;
  const { displayName, emailAddress } = field as Partial<Named>;
  return typeof emailAddress === 'string' && emailAddress !== ''
    ? { name: displayName ?? '', address: emailAddress }
    : null;
}
