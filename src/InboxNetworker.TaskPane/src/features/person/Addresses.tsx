import type { Api } from '../../api/client';
import type { ContactDetail } from '../../api/types';
import { fail, type Result } from '../../result';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';

export type IdentityApi = Pick<Api, 'contact' | 'lookup' | 'merge' | 'notSame' | 'separate' | 'undecided'>;

interface AddressesProps {
  readonly api: IdentityApi;
  readonly contact: ContactDetail;
  /** What the owner said is known: the person as they are now, perhaps under another id. */
  readonly onChanged: (now: ContactDetail) => void;
}

type Question = ContactDetail['maybeSame'][number];
type Answer = Promise<Result<ContactDetail>>;

/** The addresses that are one person's, and those that may be. */
export function Addresses({ api, contact, onChanged }: AddressesProps) {
  const say = async (answer: Answer, text: string, undo: (now: ContactDetail) => Answer) => {
    const done = await answer;
    if (!done.ok) {
      toast(describe(done.failure).title);
      return;
    }
    onChanged(done.value);
    toast(text, () => {
      void undo(done.value).then((back) => {
        toast(back.ok ? strings.actions.undone : describe(back.failure).title);
        if (back.ok) onChanged(back.value);
      });
    });
  };
  const part = (address: string) =>
    say(api.separate(contact.id, address), strings.actions.parted, async (now) => {
      const other = await api.lookup(address);
      if (!other.ok) return other;
      return other.value.contact === null ? fail({ kind: 'unreachable' }) : api.merge(now.id, other.value.contact.id);
    });
  const merge = async (other: Question) => {
    // All the addresses they bring along have to go with them when it is taken back.
    const known = await api.contact(other.contactId);
    const brought = known.ok ? known.value.addresses : [other.address];
    await say(api.merge(contact.id, other.contactId), strings.actions.merged, (now) => api.undecided(now.id, brought));
  };
  const keepApart = async (other: Question) => {
    const known = await api.contact(other.contactId);
    const theirs = known.ok ? known.value.addresses : [other.address];
    await say(api.notSame(contact.id, other.contactId), strings.actions.apart, (now) => api.undecided(now.id, theirs));
  };
  return (
    <section class="person-section">
      <h3>{strings.person.addresses}</h3>
      <ul class="addresses">
        {contact.addresses.map((address) => (
          <li key={address} class="address">
            <bdi class="address-text">{address}</bdi>
            {contact.addresses.length > 1 && (
              <button
                type="button"
                class="text-button"
                aria-label={`${strings.person.notThisPerson}: ${address}`}
                onClick={() => void part(address)}
              >
                {strings.person.notThisPerson}
              </button>
            )}
          </li>
        ))}
      </ul>
      {contact.maybeSame.length > 0 && (
        <div class="maybe-same" data-testid="maybe-same">
          <h4>{strings.person.maybeSame}</h4>
          {contact.maybeSame.map((other) => (
            <div key={other.contactId} class="maybe">
              <p>
                <bdi class="maybe-name">{other.name || strings.common.noName}</bdi>
                <bdi class="address-text">{other.address}</bdi>
              </p>
              <p class="card-line">{other.why}</p>
              <div class="maybe-answers">
                <button
                  type="button"
                  class="text-button"
                  onClick={() => void merge(other)}
                >
                  {strings.person.same}
                </button>
                <button
                  type="button"
                  class="text-button"
                  onClick={() => void keepApart(other)}
                >
                  {strings.person.notSame}
                </button>
              </div>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
