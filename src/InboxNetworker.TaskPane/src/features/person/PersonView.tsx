import { lazy, Suspense } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { useComputed, useSignal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { ContactDetail, ContactItem, Preferences } from '../../api/types';
import { fail, type Result } from '../../result';
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
import type { ForgetApi } from './ForgetPerson';
import type { Wish } from './OwnersWishes';
import './person.css';

/** Comes while the person is asked for, and so is not part of what the pane loads first. */
const loadDetail = async () => (await import('./PersonDetail')).PersonDetail;
const PersonDetail = lazy(loadDetail);

interface PersonViewProps {
  readonly api: Pick<Api, 'contact'> & IdentityApi & ForgetApi;
  /** What is known already, shown while the rest is on its way. */
  readonly contact: ContactItem;
  /** The mailbox has never been read to the end. */
  readonly partial: boolean;
  /** Another number whenever more may be known. */
  readonly renewal: number;
  readonly onBack: () => void;
  readonly onWrite: (contact: ContactItem) => void;
  readonly actionsOf: (contact: ContactItem) => readonly Action[];
  readonly prefer: (detail: ContactDetail, change: Partial<Preferences>, said: string | null) => Promise<Result<ContactDetail>>;
  /** Something was decided that the list rests on. */
  readonly onChanged: () => void;
}

export function PersonView({ api, contact, partial, renewal, onBack, onWrite, actionsOf, prefer, onChanged }: PersonViewProps) {
  const format = useFormat();
  const answer = useSignal<Result<ContactDetail> | null>(null);
  const shown = useComputed(() => (answer.value?.ok === true ? answer.value.value : contact)).value;
  const turn = useRef(0);
  // Merged with another, a person may go on under the other's id.
  const id = useRef(contact.id);
  const known = (now: ContactDetail) => {
    turn.current++;
    id.current = now.id;
    answer.value = { ok: true, value: now };
  };
  const ask = async () => {
    const mine = ++turn.current;
    const next = await api.contact(id.current);
    // What is on show is worth more than the news that it could not be renewed.
    if (mine === turn.current && (next.ok || answer.value?.ok !== true)) answer.value = next;
  };
  const load = async () => {
    answer.value = null;
    void loadDetail();
    await ask();
  };
  useEffect(() => {
    id.current = contact.id;
    void load();
  }, [contact.id]);
  useEffect(() => {
    if (answer.value !== null) void ask();
  }, [renewal]);

  // One wish after the other, each on top of what the one before it left.
  const wishes = useRef<Promise<unknown>>(Promise.resolve());
  const wish: Wish = (change, said) => {
    const done = wishes.current.then(async () => {
      const latest = answer.value;
      if (latest?.ok !== true) return fail({ kind: 'superseded' });
      const changed = await prefer(latest.value, change, said);
      if (changed.ok) known(changed.value);
      return changed;
    });
    wishes.current = done;
    return done;
  };

  const place = affiliation(shown);
  const result = answer.value;
  return (
    <div class="person" data-testid="person-view">
      <ViewHead title={displayName(shown)} onBack={onBack} />
      <div class="person-head">
        <Avatar contactId={shown.id} name={shown.name} address={shown.address} size={56} />
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
        <ActionMenu
          name={displayName(shown)}
          actionsOf={() => actionsOf(shown).filter(({ key }) => !standing(result, key))}
        />
      </div>
      {partial && <p class="card-line person-partial">{strings.sync.partial}</p>}
      {result === null && <Skeleton rows={2} />}
      {result?.ok === false && <FailureNotice failure={result.failure} onRetry={() => void load()} />}
      {result?.ok === true && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <PersonDetail
            api={api}
            contact={result.value}
            wish={wish}
            onChanged={(now) => {
              known(now);
              onChanged();
            }}
            onForgotten={() => {
              onBack();
              onChanged();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What holds already need not be offered; it is ended where it is shown. */
function standing(result: Result<ContactDetail> | null, action: string): boolean {
  if (result?.ok !== true) return false;
  const { pinned, resting } = result.value.preferences;
  return (pinned && action === 'pin') || (resting && action === 'rest');
}
