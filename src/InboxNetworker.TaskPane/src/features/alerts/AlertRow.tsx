import type { Alert, Somebody } from '../../api/types';
import { ActionMenu, type Action } from '../../ui/ActionMenu';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { displayName } from '../../ui/ContactSummary';
import { now, useFormat } from '../../ui/context';
import type { Format } from '../../ui/format';
import { strings } from '../../ui/strings';

/** The owner's wishes that end an alert, by the word with which the Api allows them. */
const wishes: Readonly<Record<string, readonly string[]>> = {
  snooze: ['week', 'month', 'quarter', 'date'],
  rest: ['rest'],
};

interface AlertRowProps {
  readonly alert: Alert;
  /** Seen for the first time. */
  readonly fresh: boolean;
  readonly onOpen: (contactId: string) => void;
  readonly onWrite: (person: Somebody) => void;
  readonly actionsOf: (person: Somebody) => readonly Action[];
  readonly onDismiss: (alert: Alert) => void;
}

/** One thing worth doing: about whom, why, by when, and the ways to do it or to let it be. */
export function AlertRow({ alert, fresh, onOpen, onWrite, actionsOf, onDismiss }: AlertRowProps) {
  const format = useFormat();
  const { contactId } = alert;
  const person = contactId === null ? null : { id: contactId, name: alert.name, address: alert.address };
  const actions = (): readonly Action[] => {
    const allowed = alert.actions.flatMap((action) => wishes[action] ?? []);
    const putAway: Action = {
      key: 'dismiss',
      label: strings.alerts.dismiss,
      icon: 'close',
      run: () => {
        onDismiss(alert);
      },
    };
    return [...(person === null ? [] : actionsOf(person).filter(({ key }) => allowed.includes(key))), putAway];
  };
  return (
    <li class="contact-row alert" aria-label={alert.title} data-testid="alert" data-alert={alert.kind}>
      <div class="alert-head">
        <Avatar {...(contactId === null ? {} : { contactId })} name={alert.name} address={alert.address} size={36} />
        <h3 class="alert-title">
          <Title alert={alert} onOpen={contactId === null ? null : () => { onOpen(contactId); }} />
        </h3>
        {fresh && <span class="alert-fresh">{strings.alerts.fresh}</span>}
      </div>
      <p class="reason reason-first">{alert.text}</p>
      {alert.brief.length > 0 && (
        <ul class="reason-rest">
          {alert.brief.map((line) => (
            <li class="reason" key={line}>
              {line}
            </li>
          ))}
        </ul>
      )}
      <div class="row-foot">
        <span class="card-line alert-due">{due(alert, format)}</span>
        {person !== null && alert.actions.includes('write') && (
          <Button
            appearance="primary"
            size="small"
            label={strings.common.writeTo(displayName(person))}
            onClick={() => {
              onWrite(person);
            }}
          >
            {strings.common.write}
          </Button>
        )}
        <ActionMenu name={displayName(alert)} actionsOf={actions} />
      </div>
    </li>
  );
}

/** The words of the Api; the name within them opens the person. */
function Title({ alert: { title, name }, onOpen }: { readonly alert: Alert; readonly onOpen: (() => void) | null }) {
  if (onOpen === null) return <>{title}</>;
  const at = name === '' ? -1 : title.lastIndexOf(name);
  const [from, to] = at < 0 ? [0, title.length] : [at, at + name.length];
  return (
    <>
      {title.slice(0, from)}
      <button type="button" class="name-link alert-name" onClick={onOpen}>
        <bdi>{title.slice(from, to)}</bdi>
      </button>
      {title.slice(to)}
    </>
  );
}

function due({ dueOn }: Alert, format: Format): string {
  const day = format.day(dueOn, now.value);
  return format.isPast(dueOn, now.value) ? strings.alerts.since(day) : strings.alerts.due(day);
}
