import type { MailItem, MailPerson } from '../../office/host';

export interface Counterpart {
  readonly person: MailPerson;
  /** `in`: they wrote to the owner; `out`: the owner wrote to them. */
  readonly direction: 'in' | 'out';
}

/** Whom the open item is about: its sender, or for the owner's own mail its first recipient. */
export function counterpart(item: MailItem, owner: string | null): Counterpart | null {
  const others = item.recipients.filter((person) => !isOwner(person, owner));
  if (item.from !== null && !isOwner(item.from, owner)) return { person: item.from, direction: 'in' };
  const first = others[0];
  return first === undefined ? null : { person: first, direction: 'out' };
}

function isOwner(person: MailPerson, owner: string | null): boolean {
  return person.address.toLowerCase() === owner;
}
