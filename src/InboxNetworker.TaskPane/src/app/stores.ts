import { effect, signal } from '@preact/signals';
import type { Api } from '../api/client';
import { followAlerts } from '../api/alertEvents';
import { followSync } from '../api/syncEvents';
import { createAlertsStore } from '../features/alerts/alertsStore';
import { createDrafts } from '../features/draft/draftStore';
import { createMessageStore, type MessageState } from '../features/message/messageStore';
import { createReconnectStore } from '../features/reconnect/reconnectStore';
import { createSearchStore } from '../features/search/searchStore';
import { createSessionStore, type SignInParts } from '../features/session/sessionStore';
import { createSyncStore } from '../features/sync/syncStore';
import type { Host } from '../office/host';
import { atMostEvery } from './atMostEvery';
import { createNavigation } from './navigation';
import { createWishes } from './wishes';

const refreshMs = 2_000;

/** Where nobody signs in, as in the preview. */
const noSignIn: SignInParts = { tokens: () => Promise.reject(new Error('The preview needs no sign-in.')), enter: () => undefined };

export function createStores(api: Api, signIn: SignInParts = noSignIn) {
  const reconnect = createReconnectStore(api);
  const message = createMessageStore(api);
  const alerts = createAlertsStore(api);
  /** Another number whenever more may be known of an open person. */
  const renewal = signal(0);
  const wishes = createWishes(api, {
    hide: (id, hidden) => {
      reconnect.hide(id, hidden);
      alerts.hide(id, hidden);
    },
    kept: (id) => void alerts.acted(id),
    changed: () => {
      void reconnect.load();
      void message.renew();
      void alerts.load();
      renewal.value = renewal.peek() + 1;
    },
  });
  return {
    api,
    navigation: createNavigation(),
    session: createSessionStore(api, signIn),
    sync: createSyncStore(api),
    reconnect,
    message,
    alerts,
    search: createSearchStore(api),
    drafts: createDrafts(api),
    wishes,
    renewal,
  };
}

export type Stores = ReturnType<typeof createStores>;

/**
 * Lets the open item and the reading of the mailbox drive the stores. It begins before anything is drawn, so
 * that the first answers are on their way meanwhile. Returns the function that ends it.
 */
export function connect(stores: Stores, host: Host): () => void {
  const refresh = atMostEvery(refreshMs, () => {
    void stores.reconnect.load();
    void stores.message.renew();
    void stores.search.renew();
    void stores.alerts.load();
    stores.renewal.value = stores.renewal.peek() + 1;
  });
  const endings = [
    effect(() => {
      void stores.message.show(host.item.value, host.owner.value);
    }),
    effect(() => {
      host.tell(nudge(stores.message.state.value));
    }),
    host.item.subscribe((item) => {
      if (item !== null) stores.navigation.home();
    }),
    // A subscriber is told the present value too: that is the first load.
    stores.sync.progress.subscribe((progress) => {
      if (progress !== 'lost') refresh.ask();
    }),
    // A reading that stopped, or an erasure, may be the end of a sign-in.
    stores.sync.status.subscribe((status) => {
      if (status?.state === 'failed' || status?.state === 'erased') void stores.session.load();
    }),
    followSync(stores.api.sync, stores.sync.take),
    followAlerts((status) => void stores.alerts.take(status)),
    refresh.stop,
    stores.session.stop,
  ];
  void stores.session.load();
  return () => {
    for (const end of endings) end();
  };
}

/** What is worth saying over a message: that whoever wrote it has gone quiet since. */
function nudge(message: MessageState): string | null {
  if (message.kind !== 'found' || message.about.direction !== 'in') return null;
  const { contact, infoBar } = message.lookup;
  if (infoBar !== null) return infoBar.text;
  return contact?.state === 'dormant' || contact?.state === 'fading' ? (contact.reasons[0]?.text ?? null) : null;
}
