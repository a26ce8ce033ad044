import { computed, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { AlertSettings, AlertSettingsInput } from '../../api/types';
import type { Failure, Result } from '../../result';

export type AlertSettingsApi = Pick<Api, 'alertSettings' | 'saveAlertSettings' | 'renewAlertCalendar'>;
export type AlertChange = Partial<AlertSettingsInput>;

/** What the owner wants of alerts: each word shows at once and is saved after the one before it. */
export function createAlertSettingsStore(api: AlertSettingsApi, onSaved: () => void) {
  /** As the Api last gave it. */
  const saved = signal<Result<AlertSettings> | null>(null);
  /** Said and not yet answered, the oldest first. */
  const waiting = signal<readonly AlertChange[]>([]);
  const trouble = signal<Failure | null>(null);
  let last: Promise<unknown> = Promise.resolve();

  function afterAll<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine;
    return mine;
  }

  async function settle(question: Promise<Result<AlertSettings>>, change: AlertChange | null): Promise<boolean> {
    const answer = await question;
    waiting.value = waiting.value.filter((one) => one !== change);
    trouble.value = answer.ok ? null : answer.failure;
    if (answer.ok) saved.value = answer;
    return answer.ok;
  }

  return {
    /** With all that was said; null while it is on its way. */
    shown: computed<Result<AlertSettings> | null>(() =>
      saved.value?.ok === true ? { ok: true, value: waiting.value.reduce(changed, saved.value.value) } : saved.value,
    ),
    /** Why the last word was not taken. */
    trouble,
    async load(): Promise<void> {
      saved.value = null;
      saved.value = await api.alertSettings();
    },
    change: (change: AlertChange): Promise<void> => {
      waiting.value = [...waiting.value, change];
      return afterAll(async () => {
        const before = saved.value;
        if (before?.ok === true && (await settle(api.saveAlertSettings({ ...wanted(before.value), ...change }), change))) onSaved();
      });
    },
    /** @returns Whether the calendar has a new address. */
    renew: (): Promise<boolean> => afterAll(() => settle(api.renewAlertCalendar(), null)),
  };
}

function wanted(settings: AlertSettings): AlertSettingsInput {
  const { perWeek, digestEveryWeeks, pane, infoBar, digest, toDo, calendar } = settings;
  return { perWeek, digestEveryWeeks, pane: pane.on, infoBar: infoBar.on, digest: digest.on, toDo: toDo.on, calendar: calendar.on };
}

function changed(settings: AlertSettings, change: AlertChange): AlertSettings {
  const next = { ...wanted(settings), ...change };
  const channel = (name: 'pane' | 'infoBar' | 'digest' | 'toDo' | 'calendar') => ({ ...settings[name], on: next[name] });
  return {
    ...settings,
    perWeek: next.perWeek ?? settings.perWeek,
    digestEveryWeeks: next.digestEveryWeeks ?? settings.digestEveryWeeks,
    pane: channel('pane'),
    infoBar: channel('infoBar'),
    digest: channel('digest'),
    toDo: channel('toDo'),
    calendar: channel('calendar'),
  };
}
