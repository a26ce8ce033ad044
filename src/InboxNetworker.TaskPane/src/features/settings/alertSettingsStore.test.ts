import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { AlertSettings } from '../../api/types';
import { fail, ok, type Result } from '../../result';
import { later } from '../../testing/later';
import { noAlerts } from '../../testing/sampleAlerts';
import { createAlertSettingsStore } from './alertSettingsStore';

const off = { perWeek: 3, digestEveryWeeks: 1, pane: false, infoBar: false, digest: false, toDo: false, calendar: false };
const refused = fail({ kind: 'problem', status: 409, title: 'Not read yet', detail: 'Wait.' });
const on = (...names: readonly ('pane' | 'digest' | 'toDo')[]): AlertSettings =>
  names.reduce((settings, name) => ({ ...settings, [name]: { ...settings[name], on: true } }), noAlerts);

async function store() {
  const answers: ReturnType<typeof later<Result<AlertSettings>>>[] = [];
  const api = {
    alertSettings: vi.fn<Api['alertSettings']>().mockResolvedValue(ok(noAlerts)),
    saveAlertSettings: vi.fn<Api['saveAlertSettings']>().mockImplementation(() => {
      const answer = later<Result<AlertSettings>>();
      answers.push(answer);
      return answer.promise;
    }),
    renewAlertCalendar: vi.fn<Api['renewAlertCalendar']>(),
  };
  const onSaved = vi.fn<() => void>();
  const settings = createAlertSettingsStore(api, onSaved);
  await settings.load();
  const nth = async (n: number) => vi.waitUntil(() => answers[n]);
  const channels = () => {
    const shown = settings.shown.value;
    return shown?.ok === true ? { pane: shown.value.pane.on, digest: shown.value.digest.on, toDo: shown.value.toDo.on } : null;
  };
  return { api, settings, onSaved, nth, channels };
}

it('a word shows at once, is saved with all that was wanted before, and told when it is', async () => {
  const { api, settings, onSaved, nth, channels } = await store();
  const done = settings.change({ pane: true });
  expect(channels()).toMatchObject({ pane: true });
  (await nth(0)).resolve(ok(on('pane')));
  expect(api.saveAlertSettings).toHaveBeenCalledExactlyOnceWith({ ...off, pane: true });
  await done;
  expect(onSaved).toHaveBeenCalledTimes(1);
  expect(channels()).toMatchObject({ pane: true });
});

it('a word that is refused is taken back, and why is told until the next one is taken', async () => {
  const { settings, onSaved, nth, channels } = await store();
  const done = settings.change({ digest: true });
  (await nth(0)).resolve(refused);
  await done;
  expect(channels()).toMatchObject({ digest: false });
  expect(settings.trouble.value).toEqual(refused.ok ? null : refused.failure);
  expect(onSaved).not.toHaveBeenCalled();
  const next = settings.change({ pane: true });
  (await nth(1)).resolve(ok(on('pane')));
  await next;
  expect(settings.trouble.value).toBeNull();
});

it('words said while another is being saved are all shown, and saved one after the other', async () => {
  const { api, settings, nth, channels } = await store();
  const all = [settings.change({ pane: true }), settings.change({ digest: true }), settings.change({ toDo: true })];
  expect(channels()).toEqual({ pane: true, digest: true, toDo: true });
  const first = await nth(0);
  expect(api.saveAlertSettings).toHaveBeenCalledTimes(1);
  first.resolve(ok(on('pane')));
  (await nth(1)).resolve(ok(on('pane', 'digest')));
  expect(channels()).toEqual({ pane: true, digest: true, toDo: true });
  (await nth(2)).resolve(ok(on('pane', 'digest', 'toDo')));
  await Promise.all(all);
  expect(api.saveAlertSettings.mock.calls.map(([wanted]) => wanted)).toEqual([
    { ...off, pane: true },
    { ...off, pane: true, digest: true },
    { ...off, pane: true, digest: true, toDo: true },
  ]);
});

it('one of several words that is refused takes no other with it', async () => {
  const { api, settings, nth, channels } = await store();
  const all = [settings.change({ pane: true }), settings.change({ digest: true })];
  (await nth(0)).resolve(refused);
  (await nth(1)).resolve(ok(on('digest')));
  await Promise.all(all);
  expect(api.saveAlertSettings).toHaveBeenLastCalledWith({ ...off, digest: true });
  expect(channels()).toEqual({ pane: false, digest: true, toDo: false });
});

it('how many and how often are numbers of the same word', async () => {
  const { api, settings, nth } = await store();
  const done = settings.change({ perWeek: 0 });
  expect(settings.shown.value).toMatchObject({ value: { perWeek: 0 } });
  (await nth(0)).resolve(ok({ ...noAlerts, perWeek: 0 }));
  await done;
  expect(api.saveAlertSettings).toHaveBeenCalledWith({ ...off, perWeek: 0 });
});

it('a new address of the calendar waits its turn', async () => {
  const { api, settings, nth } = await store();
  api.renewAlertCalendar.mockResolvedValue(ok({ ...noAlerts, calendarAddress: 'http://b' }));
  const turnedOn = settings.change({ calendar: true });
  const renewed = settings.renew();
  const first = await nth(0);
  expect(api.renewAlertCalendar).not.toHaveBeenCalled();
  first.resolve(ok({ ...noAlerts, calendarAddress: 'http://a' }));
  await turnedOn;
  expect(await renewed).toBe(true);
  expect(settings.shown.value).toMatchObject({ value: { calendarAddress: 'http://b' } });
});
