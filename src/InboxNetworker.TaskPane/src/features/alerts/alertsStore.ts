import { computed, effect, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { Alert, AlertList, AlertStatus } from '../../api/types';
import type { Failure, Result } from '../../result';

type AlertsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly list: AlertList };

type AlertsApi = Pick<Api, 'alerts' | 'seeAlerts' | 'dismissAlert' | 'actOnAlert'>;

/** What is worth doing now, and how much of it the user has not seen yet. */
export function createAlertsStore(api: AlertsApi) {
  const loaded = signal<AlertsState>({ kind: 'loading' });
  /** Alerts that are gone by a word that is still on its way, or may still be taken back. */
  const hidden = signal<ReadonlySet<string>>(new Set());
  const unseen = signal(0);
  /** Why the last attempt to renew a list on show failed. */
  const trouble = signal<Failure | null>(null);
  /** The user has the list before them. */
  const watched = signal(false);
  /** Alerts that the user sees for the first time. */
  const fresh = signal<ReadonlySet<string>>(new Set());
  /** What was heard last. */
  let heard: AlertStatus | null = null;
  let seeing = false;
  let turn = 0;

  /** Only the answer to the last question counts. */
  async function ask(question: () => Promise<Result<AlertList>>): Promise<Result<AlertList>> {
    const mine = ++turn;
    const answer = await question();
    if (mine === turn && answer.ok) {
      loaded.value = { kind: 'ready', list: answer.value };
      unseen.value = answer.value.unseen;
      trouble.value = null;
    }
    return answer;
  }

  async function load(): Promise<void> {
    if (loaded.value.kind === 'failed') loaded.value = { kind: 'loading' };
    const answer = await ask(api.alerts);
    if (answer.ok) return;
    if (loaded.value.kind === 'ready') trouble.value = answer.failure;
    else loaded.value = { kind: 'failed', failure: answer.failure };
  }

  /** Where this fails, the badge stays, and the next list tries again. */
  async function see(list: AlertList): Promise<void> {
    seeing = true;
    fresh.value = new Set([...fresh.peek(), ...list.alerts.filter((alert) => !alert.seen).map(({ id }) => id)]);
    const answer = await ask(api.seeAlerts);
    seeing = false;
    // Another may have come meanwhile.
    if (answer.ok) look();
  }

  function look(): void {
    const list = loaded.value;
    if (watched.value && !seeing && list.kind === 'ready' && list.list.unseen > 0) void see(list.list);
  }

  function hideAll(ids: readonly string[], away: boolean): void {
    hidden.value = new Set(away ? [...hidden.value, ...ids] : [...hidden.value].filter((id) => !ids.includes(id)));
  }

  /** Those about a person, whether on show or hidden. */
  function about(contactId: string): readonly string[] {
    const list = loaded.value;
    return list.kind === 'ready' ? list.list.alerts.filter((alert) => alert.contactId === contactId).map(({ id }) => id) : [];
  }

  effect(look);
  watched.subscribe((isWatched) => {
    if (!isWatched) fresh.value = new Set();
  });

  return {
    state: computed<AlertsState>(() => {
      const list = loaded.value;
      if (list.kind !== 'ready' || hidden.value.size === 0) return list;
      return { ...list, list: { ...list.list, alerts: list.list.alerts.filter(({ id }) => !hidden.value.has(id)) } };
    }),
    unseen,
    trouble,
    watched,
    fresh,
    load,
    /** Takes what was heard of the numbers; where that is news, the list is read again. */
    async take(status: AlertStatus): Promise<void> {
      const isSame = status.at === heard?.at && status.open === heard.open && status.unseen === heard.unseen;
      if (status.at === null || isSame) return;
      heard = status;
      unseen.value = status.unseen;
      await load();
    },
    /** Puts one away for good, at once; it comes back where that did not work. */
    async dismiss(alert: Alert): Promise<Result<AlertList>> {
      hideAll([alert.id], true);
      const answer = await ask(() => api.dismissAlert(alert.id));
      if (!answer.ok) {
        hideAll([alert.id], false);
        await load();
      }
      return answer;
    },
    /** Takes what is said of a person off the list at once, or lets it be there again. */
    hide: (contactId: string, away: boolean): void => {
      hideAll(about(contactId), away);
    },
    /** The user did something about a person. Where it cannot be told, the Api finds it out with its next reading. */
    async acted(contactId: string): Promise<void> {
      for (const id of about(contactId)) await ask(() => api.actOnAlert(id));
    },
  };
}

export type AlertsStore = ReturnType<typeof createAlertsStore>;
