import type { ContactDetail } from '../../api/types';
import { now, useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import { Addresses, type IdentityApi } from './Addresses';
import { HistoryPicture } from './HistoryPicture';
import { OwnersWishes, type Wish } from './OwnersWishes';
import { WhyState } from './WhyState';

interface PersonDetailProps {
  readonly api: IdentityApi;
  readonly contact: ContactDetail;
  readonly wish: Wish;
  readonly onChanged: (now: ContactDetail) => void;
}

export function PersonDetail({ api, contact, wish, onChanged }: PersonDetailProps) {
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
  const { draftedAt } = contact;
  if (draftedAt === null && topics.every(({ topic }) => topic === null)) return null;
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
      {draftedAt !== null && (
        <p class="card-line person-drafted" data-testid="drafted">
          {strings.person.drafted(format.date(draftedAt))}
        </p>
      )}
    </section>
  );
}
