import { useEffect, useRef } from 'preact/hooks';
import { useComputed, useSignal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactDetail, ContactItem } from '../../api/types';
import type { Result } from '../../result';
import { ActionMenu, type Action } from '../../ui/ActionMenu';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { affiliation, displayName } from '../../ui/ContactSummary';
import { now, useFormat } from '../../ui/context';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { StateBadge } from '../../ui/StateBadge';
import { strings } from '../../ui/strings';
import { ViewHead } from '../../ui/ViewHead';
import type { IdentityApi } from './Addresses';
import type { Prefer } from './OwnersWishes';
import { PersonDetail } from './PersonDetail';
import './person.css';

interface PersonViewProps {
  readonly api: Pick<Api, 'contact'> & IdentityApi;
  /** What is known already, shown while the rest is on its way. */
  readonly contact: ContactItem;
  /** The mailbox has never been read to the end. */
  readonly partial: boolean;
  /** Another number whenever more may be known. */
  readonly renewal: number;
  readonly onBack: () => void;
  readonly onWrite: (contact: ContactItem) => void;
  readonly actionsOf: (contact: ContactItem) => readonly Action[];
  readonly prefer: Prefer;
}

export function PersonView({ api, contact, partial, renewal, onBack, onWrite, actionsOf, prefer }: PersonViewProps) {
  const format = useFormat();
  const answer = useSignal<Result<ContactDetail> | null>(null);
  const shown = useComputed(() => (answer.value?.ok === true ? answer.value.value : contact)).value;
  const turn = useRef(0);
  const ask = async () => {
    const mine = ++turn.current;
    const next = await api.contact(contact.id);
    // What is on show is worth more than the news that it could not be renewed.
    if (mine === turn.current && (next.ok || answer.value?.ok !== true)) answer.value = next;
  };
  const load = async () => {
    answer.value = null;
    await ask();
  };
  useEffect(() => {
    void load();
  }, [contact.id]);
  useEffect(() => {
    if (answer.value !== null) void ask();
  }, [renewal]);

  const place = affiliation(shown);
  const result = answer.value;
  return (
    <div class="person" data-testid="person-view">
      <ViewHead title={displayName(shown)} onBack={onBack} />
      <div class="person-head">
        <Avatar name={shown.name} address={shown.address} size={56} />
        <div class="person-facts">
          {place !== '' && <div class="person-place">{place}</div>}
          {shown.department !== null && shown.company !== null && <div class="person-place">{shown.company}</div>}
          <div class="person-last" title={shown.lastContact === null ? undefined : format.moment(shown.lastContact.at)}>
            {format.lastContact(shown.lastContact, now.value)}
          </div>
          <StateBadge state={shown.state} />
        </div>
      </div>
      <div class="person-actions">
        <Button
          appearance="primary"
          label={strings.common.writeTo(displayName(shown))}
          onClick={() => {
            onWrite(shown);
          }}
        >
          {strings.common.write}
        </Button>
        <ActionMenu name={displayName(shown)} actionsOf={() => actionsOf(shown)} />
      </div>
      {partial && <p class="card-line person-partial">{strings.sync.partial}</p>}
      {result === null && <Skeleton rows={2} />}
      {result?.ok === false && <FailureNotice failure={result.failure} onRetry={() => void load()} />}
      {result?.ok === true && (
        <PersonDetail
          api={api}
          contact={result.value}
          prefer={async (detail, change, said) => {
            const changed = await prefer(detail, change, said);
            if (changed.ok) answer.value = changed;
            return changed;
          }}
          onChanged={() => void ask()}
        />
      )}
    </div>
  );
}
