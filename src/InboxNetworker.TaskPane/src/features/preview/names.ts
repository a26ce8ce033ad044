import type { MailPerson } from '../../office/host';
import { strings } from '../../ui/strings';

export function nameOf(person: MailPerson | null): string {
  return person === null ? strings.common.noName : person.name || person.address || strings.common.noName;
}

export function namesOf(people: readonly MailPerson[]): string {
  return people.map(nameOf).join('; ');
}
