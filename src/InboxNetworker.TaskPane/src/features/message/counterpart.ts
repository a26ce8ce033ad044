import type { MailItem, MailPerson } from '../../office/host';

export interface Counterpart {
  readonly person: MailPerson;
  /** `in`: they wrote to the owner; `out`: the owner wrote to them. */
  readonly direction: 'in' | 'out';
  /** Whom it may be about if that person turns out to be the owner, by another address. */
  readonly others: readonly MailPerson[];
}

/** Whom the open item is about: its sender, or for the owner's own mail its first recipient. */
export function counterpart(item: MailItem, owner: string | null): Counterpart | null {
  const seen = new Set([owner, item.from?.address.toLowerCase()]);
  const others = item.recipients.filter(({ address }) => {
    const first = !seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return first;
  });
  if (item.from !== null && !isOwner(item.from, owner)) return { person: item.from, direction: 'in', others };
  const [first, ...rest] = others;
  return first === undefined ? null : { person: first, direction: 'out', others: rest };
}

function isOwner(person: MailPerson, owner: string | null): boolean {
  return person.address.toLowerCase() === owner;
}
