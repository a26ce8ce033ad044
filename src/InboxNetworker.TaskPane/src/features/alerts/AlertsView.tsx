import { useEffect } from 'preact/hooks';
import type { Alert, Somebody } from '../../api/types';
import type { Action } from '../../ui/ActionMenu';
import { Button } from '../../ui/Button';
import { describe } from '../../ui/failures';
import { useFocusKept } from '../../ui/focusKept';
import { FailureNotice, QuietNote } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import { AlertRow } from './AlertRow';
import type { AlertsStore } from './alertsStore';
import './alerts.css';

interface AlertsViewProps {
  readonly store: AlertsStore;
  /** Another view lies over it. */
  readonly covered: boolean;
  readonly onOpen: (contactId: string) => void;
  readonly onWrite: (person: Somebody) => void;
  /** What the owner can wish of a person. */
  readonly actionsOf: (person: Somebody) => readonly Action[];
  /** To where channels are turned on. */
  readonly onTurnOn: () => void;
}

/** What is worth doing now: few, each with its reason, or nothing. */
export function AlertsView({ store, covered, onOpen, onWrite, actionsOf, onTurnOn }: AlertsViewProps) {
  const state = store.state.value;
  const rows = useFocusKept<HTMLUListElement>();
  useEffect(() => void store.load(), []);
  useEffect(() => {
    const look = () => {
      store.watched.value = !covered && document.visibilityState === 'visible';
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      store.watched.value = false;
    };
  }, [covered]);

  if (state.kind === 'loading') return <Skeleton rows={3} />;
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} onRetry={() => void store.load()} />;

  const dismiss = async (alert: Alert) => {
    const done = await store.dismiss(alert);
    toast(done.ok ? strings.alerts.dismissed(alert.title) : describe(done.failure).title);
  };
  const trouble = store.trouble.value !== null && (
    <FailureNotice failure={store.trouble.value} comfort={strings.alerts.stale} onRetry={() => void store.load()} />
  );
  const { alerts, on } = state.list;
  if (alerts.length === 0) {
    return (
      <>
        {trouble}
        {on ? <Nothing /> : <Off onTurnOn={onTurnOn} />}
      </>
    );
  }
  return (
    <section class="alerts" aria-labelledby="alerts-heading" data-testid="alerts">
      {trouble}
      <h2 class="alerts-heading" id="alerts-heading">
        {strings.alerts.heading}
      </h2>
      <ul ref={rows} aria-labelledby="alerts-heading">
        {alerts.map((alert) => (
          <AlertRow
            key={alert.id}
            alert={alert}
            fresh={store.fresh.value.has(alert.id)}
            onOpen={onOpen}
            onWrite={onWrite}
            actionsOf={actionsOf}
            onDismiss={(one) => void dismiss(one)}
          />
        ))}
      </ul>
    </section>
  );
}

function Nothing() {
  return (
    <QuietNote icon="bell" title={strings.alerts.title}>
      {strings.alerts.detail}
    </QuietNote>
  );
}

function Off({ onTurnOn }: { readonly onTurnOn: () => void }) {
  return (
    <QuietNote
      icon="bell"
      title={strings.alerts.offTitle}
      action={
        <Button onClick={onTurnOn} testId="alerts-turn-on">
          {strings.alerts.turnOn}
        </Button>
      }
    >
      {strings.alerts.offDetail}
    </QuietNote>
  );
}
