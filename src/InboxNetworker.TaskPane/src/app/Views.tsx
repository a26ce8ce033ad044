import type { ComponentChildren } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ContactItem, Somebody } from '../api/types';
import { DraftView } from '../features/draft/DraftView';
import { PersonView } from '../features/person/PersonView';
import type { Host } from '../office/host';
import { useFormat } from '../ui/context';
import { describe } from '../ui/failures';
import { QuietNote } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { strings } from '../ui/strings';
import { toast } from '../ui/toast';
import { ViewHead } from '../ui/ViewHead';
import { Boundary } from './Boundary';
import { Home } from './Home';
import type { View } from './navigation';
import type { Stores } from './stores';
import { Tabs } from './Tabs';
import { Welcome, welcomed } from './Welcome';

interface ViewsProps {
  readonly stores: Stores;
  readonly host: Host;
}

/** Seldom opened, and so not part of what the pane loads first. */
const SettingsView = lazy(async () => (await import('../features/settings/SettingsView')).SettingsView);
const AlertsView = lazy(async () => (await import('../features/alerts/AlertsView')).AlertsView);
const Permissions = lazy(async () => (await import('../features/session/Permissions')).Permissions);
const MonthView = lazy(async () => (await import('../features/month/MonthView')).MonthView);

export function Views({ stores, host }: ViewsProps) {
  const { navigation } = stores;
  const format = useFormat();
  const openPerson = (contact: ContactItem) => {
    navigation.open({ name: 'person', contact });
  };
  const write = (contact: Somebody) => {
    navigation.open({ name: 'draft', contact, draft: stores.drafts.of(contact.id) });
  };
  const stack = navigation.stack.value;
  const openKnown = async (id: string) => {
    const answer = await stores.api.contact(id);
    // The user may have gone elsewhere meanwhile.
    if (navigation.stack.value !== stack) return;
    if (answer.ok) openPerson(answer.value);
    else toast(describe(answer.failure).title);
  };

  const place = () => {
    switch (navigation.place.value) {
      case 'reconnect':
        return <Home stores={stores} host={host} onOpen={openPerson} onWrite={write} />;
      case 'alerts':
        return (
          <Suspense fallback={<Skeleton rows={3} />}>
            <AlertsView
              store={stores.alerts}
              covered={stack.length > 1}
              onOpen={(id) => void openKnown(id)}
              onWrite={write}
              actionsOf={(contact) => stores.wishes.of(contact, format)}
              onTurnOn={() => {
                navigation.go('settings', 'alerts');
              }}
            />
            <button
              type="button"
              class="text-button month-open"
              data-testid="month-open"
              onClick={() => {
                navigation.open({ name: 'month' });
              }}
            >
              {strings.month.open}
            </button>
          </Suspense>
        );
      case 'network':
        return (
          <QuietNote icon="network" title={strings.network.title}>
            {strings.network.detail}
          </QuietNote>
        );
      case 'settings':
        return (
          <Suspense fallback={<Skeleton rows={3} />}>
            <SettingsView
              api={stores.api}
              permissions={<Permissions store={stores.session} />}
              sync={stores.sync.status.value}
              section={navigation.section.value}
              onChanged={stores.wishes.changed}
              onAlertsChanged={() => void stores.alerts.load()}
            />
          </Suspense>
        );
    }
  };

  const body = (view: View) => {
    switch (view.name) {
      case 'home':
        return welcomed.value ? (
          <>
            <Tabs navigation={navigation} unseen={stores.alerts.unseen.value} />
            <div role="tabpanel" id="place" aria-labelledby={`tab-${navigation.place.value}`}>
              {place()}
            </div>
          </>
        ) : (
          <Welcome />
        );
      case 'person':
        return (
          <PersonView
            api={stores.api}
            contact={view.contact}
            partial={stores.sync.partial.value}
            renewal={stores.renewal.value}
            onBack={navigation.back}
            onWrite={write}
            actionsOf={(contact) => stores.wishes.of(contact, format)}
            prefer={stores.wishes.prefer}
            onChanged={stores.wishes.changed}
          />
        );
      case 'month':
        return (
          <div data-testid="month-view">
            <ViewHead title={strings.month.title} onBack={navigation.back} />
            <Suspense fallback={<Skeleton rows={3} />}>
              <MonthView api={stores.api} onOpen={(id) => void openKnown(id)} />
            </Suspense>
          </div>
        );
      case 'draft':
        return (
          <DraftView
            store={view.draft}
            contact={view.contact}
            host={host}
            onWritten={() => void stores.alerts.acted(view.contact.id)}
            onBack={navigation.back}
          />
        );
    }
  };

  return (
    <div class="views">
      {stack.map((view, depth) => (
        <Layer key={depth} opened={depth > 0} covered={depth < stack.length - 1} onEscape={navigation.back}>
          <Boundary>{body(view)}</Boundary>
        </Layer>
      ))}
    </div>
  );
}

interface LayerProps {
  readonly opened: boolean;
  readonly covered: boolean;
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
}

/**
 * One view. Opened from another, it takes the focus to its heading and gives it back when it closes.
 * Covered, it keeps its state and its scroll position out of sight and out of reach.
 */
function Layer({ opened, covered, onEscape, children }: LayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const opening = layer.current;
    const origin = document.activeElement;
    opening?.querySelector<HTMLElement>('[data-view-heading]')?.focus({ preventScroll: true });
    return () => {
      if (opening?.contains(document.activeElement) !== true) return;
      // The origin becomes visible, and so can take the focus, after this view has gone.
      requestAnimationFrame(() => {
        if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
      });
    };
  }, [opened]);
  return (
    <div
      class={covered ? 'view view-covered' : 'view'}
      ref={layer}
      onKeyDown={(event) => {
        if (opened && event.key === 'Escape') onEscape();
      }}
    >
      {children}
    </div>
  );
}
