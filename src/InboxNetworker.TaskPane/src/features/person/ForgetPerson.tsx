import { useRef, useState } from 'preact/hooks';
import type { Api } from '../../api/client';
import type { ContactDetail } from '../../api/types';
import { Button } from '../../ui/Button';
import { displayName } from '../../ui/ContactSummary';
import { describe } from '../../ui/failures';
import { Question } from '../../ui/Question';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';

export type ForgetApi = Pick<Api, 'forget'>;

interface ForgetPersonProps {
  readonly api: ForgetApi;
  readonly contact: ContactDetail;
  readonly onForgotten: () => void;
}

/** Nothing is kept of the person, and nothing read again; asked about once. */
export function ForgetPerson({ api, contact, onForgotten }: ForgetPersonProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const section = useRef<HTMLElement>(null);
  const leave = () => {
    setAsked(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[data-testid="forget"]')?.focus());
  };
  const forget = async () => {
    setBusy(true);
    const answer = await api.forget(contact.id);
    setBusy(false);
    toast(answer.ok ? strings.person.forgotten(displayName(contact)) : describe(answer.failure).title);
    if (answer.ok) onForgotten();
  };
  return (
    <section class="person-section" ref={section}>
      {asked ? (
        <Question
          id="forget"
          title={strings.person.forgetTitle(displayName(contact))}
          detail={strings.person.forgetDetail}
          yes={strings.person.forgetYes}
          busy={busy}
          onYes={() => void forget()}
          onLeave={leave}
        />
      ) : (
        <Button
          testId="forget"
          onClick={() => {
            setAsked(true);
          }}
        >
          {strings.person.forget}
        </Button>
      )}
    </section>
  );
}
