import type { Api } from '../../api/client';
import type { ContactDetail } from '../../api/types';
import type { Result } from '../../result';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';

export type IdentityApi = Pick<Api, 'merge' | 'notSame' | 'separate'>;

interface AddressesProps {
  readonly api: IdentityApi;
  readonly contact: ContactDetail;
  /** What the owner said is known: the person as they are now. */
  readonly onChanged: () => void;
}

/** The addresses that are one person's, and those that may be. */
export function Addresses({ api, contact, onChanged }: AddressesProps) {
  const said = async (answer: Promise<Result<unknown>>, text: string, undo: (() => Promise<Result<unknown>>) | null) => {
    const done = await answer;
    if (done.ok) {
      toast(
        text,
        undo === null
          ? null
          : () => {
              void undo().then((back) => {
                toast(back.ok ? strings.actions.undone : describe(back.failure).title);
                onChanged();
              });
            },
      );
    } else {
      toast(describe(done.failure).title);
    }
    onChanged();
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
                onClick={() => void said(api.separate(contact.id, address), strings.actions.parted, null)}
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
                <bdi>{other.name}</bdi> <bdi class="address-text">{other.address}</bdi>
              </p>
              <p class="card-line">{other.why}</p>
              <div class="maybe-answers">
                <button
                  type="button"
                  class="text-button"
                  onClick={() =>
                    void said(api.merge(contact.id, other.contactId), strings.actions.merged, () =>
                      api.separate(contact.id, other.address),
                    )
                  }
                >
                  {strings.person.same}
                </button>
                <button
                  type="button"
                  class="text-button"
                  onClick={() =>
                    void said(api.notSame(contact.id, other.contactId), strings.actions.apart, null)
                  }
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
