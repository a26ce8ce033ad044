import type { ContactDetail } from '../../api/types';
import { now, useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import { Addresses, type IdentityApi } from './Addresses';
import { ForgetPerson, type ForgetApi } from './ForgetPerson';
import { HistoryPicture } from './HistoryPicture';
import { OwnersWishes, type Wish } from './OwnersWishes';
import { WhyState } from './WhyState';

interface PersonDetailProps {
  readonly api: IdentityApi & ForgetApi;
  readonly contact: ContactDetail;
  readonly wish: Wish;
  readonly onChanged: (now: ContactDetail) => void;
  readonly onForgotten: () => void;
}

export function PersonDetail({ api, contact, wish, onChanged, onForgotten }: PersonDetailProps) {
  const format = useFormat();
  const { totals } = contact;
  const figures = [
    { name: strings.person.sent, value: totals.sent, mark: 'sent' },
    { name: strings.person.received, value: totals.received, mark: 'received' },
    { name: strings.person.meetings, value: totals.meetings, mark: 'meeting' },
    { name: strings.person.activeWeeks, value: totals.activeWeeks, mark: 'none' },
  ];
  return (
    <>
      <section class="person-section">
        <h3>{contact.status.listed ? strings.person.reasons : strings.person.standing}</h3>
        {!contact.status.listed && <p class="person-status">{contact.status.text}</p>}
        {contact.reasons.length > 0 && (
          <ul class="person-reasons">
            {contact.reasons.map((reason) => (
              <li key={reason.code}>{reason.text}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="person-section">
        <h3>{strings.person.history}</h3>
        <HistoryPicture history={contact.history} now={now.value} />
        <dl class="figures">
          {figures.map(({ name, value, mark }) => (
            <div class="figure" key={name}>
              <dt>
                {mark !== 'none' && <span class={`figure-mark mark-${mark}`} />}
                {name}
              </dt>
              <dd>{format.number(value)}</dd>
            </div>
          ))}
        </dl>
        {contact.firstContactAt !== null && (
          <p class="card-line">{strings.person.since(format.date(contact.firstContactAt))}</p>
        )}
      </section>
      <LastTime contact={contact} />
      <OwnersWishes key={contact.id} contact={contact} wish={wish} />
      <WhyState contact={contact} />
      <Addresses api={api} contact={contact} onChanged={onChanged} />
      <ForgetPerson key={`forget-${contact.id}`} api={api} contact={contact} onForgotten={onForgotten} />
    </>
  );
}

function LastTime({ contact }: { readonly contact: ContactDetail }) {
  const format = useFormat();
  const topics = [
    { name: strings.person.lastSubject, topic: contact.lastSubject },
    { name: strings.person.lastMeeting, topic: contact.lastMeeting },
    { name: strings.person.nextMeeting, topic: contact.nextMeeting },
  ];
  const { outcome } = contact;
  if (outcome === null && topics.every(({ topic }) => topic === null)) return null;
  return (
    <section class="person-section">
      <h3>{strings.person.lastTime}</h3>
      <dl class="topics">
        {topics.map(
          ({ name, topic }) =>
            topic !== null && (
              <div class="topic" key={name}>
                <dt>
                  {name}
                  <span class="topic-date">{format.date(topic.at)}</span>
                </dt>
                <dd>
                  <bdi>{topic.text || strings.preview.noSubject}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {outcome !== null && <Outcome outcome={outcome} />}
    </section>
  );
}

/** What came of the last draft, as far as it is known. */
function Outcome({ outcome }: { readonly outcome: NonNullable<ContactDetail['outcome']> }) {
  const format = useFormat();
  const steps = (['draftedAt', 'sentAt', 'answeredAt', 'metAt'] as const).flatMap((step) => {
    const at = outcome[step];
    return at === null ? [] : [{ step, text: strings.person.outcome[step](format.date(at)) }];
  });
  return (
    <>
      <h4 class="outcome-heading">{strings.person.outcomeTitle}</h4>
      <ol class="outcome" data-testid="outcome">
        {steps.map(({ step, text }) => (
          <li key={step} class={`outcome-${step}`}>
            {text}
          </li>
        ))}
      </ol>
    </>
  );
}
