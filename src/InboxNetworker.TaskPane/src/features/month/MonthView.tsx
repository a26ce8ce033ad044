import { useEffect, useMemo } from 'preact/hooks';
import type { Month, Somebody } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { displayName } from '../../ui/ContactSummary';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { FailureNotice, QuietNote } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { createMonthStore, type MonthApi } from './monthStore';
import './month.css';

interface MonthViewProps {
  readonly api: MonthApi;
  readonly onOpen: (contactId: string) => void;
}

/** A look back: whom the owner came back to in a month, and who answered. */
export function MonthView({ api, onOpen }: MonthViewProps) {
  const store = useMemo(() => createMonthStore(api), []);
  const format = useFormat();
  useEffect(() => void store.show(), []);
  const shown = store.shown.value;
  return (
    <div class="month">
      {shown === null && <Skeleton rows={2} />}
      {shown?.ok === false && <FailureNotice failure={shown.failure} onRetry={() => void store.show()} />}
      {shown?.ok === true && (
        <>
          <MonthHead month={shown.value} onShow={(month) => void store.show(month)} />
          {shown.value.people.length === 0 ? (
            <QuietNote icon="person" title={strings.month.noneTitle}>
              {strings.month.noneDetail}
            </QuietNote>
          ) : (
            <ul class="month-people">
              {shown.value.people.map((person) => (
                <MonthPerson
                  key={person.contactId}
                  person={person}
                  said={strings.month.came(format.date(person.at), person.answered, person.met)}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

function MonthHead({ month, onShow }: { readonly month: Month; readonly onShow: (month: string) => void }) {
  const format = useFormat();
  const { reconnected, answered, met } = month;
  return (
    <>
      <div class="month-head">
        <button
          type="button"
          class="icon-button"
          aria-label={strings.month.before}
          title={strings.month.before}
          data-testid="month-before"
          onClick={() => {
            onShow(month.before);
          }}
        >
          <span class="month-back">
            <Icon name="chevron" size={16} />
          </span>
        </button>
        <h2 class="month-name">{format.month(Date.parse(`${month.month}-01`))}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={strings.month.after}
          title={strings.month.after}
          disabled={month.after === null}
          data-testid="month-after"
          onClick={() => {
            if (month.after !== null) onShow(month.after);
          }}
        >
          <span class="month-forth">
            <Icon name="chevron" size={16} />
          </span>
        </button>
      </div>
      {reconnected > 0 && (
        <p class="month-line" role="status" data-testid="month-line">
          {strings.month.line(format.number(reconnected), format.number(answered), met === 0 ? null : format.number(met))}
        </p>
      )}
    </>
  );
}

interface MonthPersonProps {
  readonly person: Month['people'][number];
  readonly said: string;
  readonly onOpen: (contactId: string) => void;
}

function MonthPerson({ person, said, onOpen }: MonthPersonProps) {
  const who: Somebody = { id: person.contactId, name: person.name, address: person.address };
  return (
    <li>
      <button
        type="button"
        class="month-person"
        onClick={() => {
          onOpen(person.contactId);
        }}
      >
        <Avatar contactId={person.contactId} name={person.name} address={person.address} size={36} />
        <span class="month-who">
          <bdi class="month-person-name">{displayName(who)}</bdi>
          <span class="card-line">{said}</span>
        </span>
      </button>
    </li>
  );
}
