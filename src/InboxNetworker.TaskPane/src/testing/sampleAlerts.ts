import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Alert, AlertList, AlertSettings, AlertSettingsInput } from '../api/types';
import { problem } from './problem.ts';
import { people } from './samplePeople.ts';

const kinds = ['turnsFading', 'waitsForAnswer', 'meetingSoon'] as const;
const dayMs = 86_400_000;

export const noAlerts: AlertSettings = {
  perWeek: 3,
  pane: { on: false, permission: null, problem: null, waiting: 0 },
  infoBar: { on: false, permission: null, problem: null, waiting: 0 },
  digest: { on: false, permission: 'Mail.Send', problem: null, waiting: 0 },
  digestEveryWeeks: 1,
  toDo: { on: false, permission: 'Tasks.ReadWrite', problem: null, waiting: 0 },
  calendar: { on: false, permission: null, problem: null, waiting: 0 },
  calendarAddress: null,
  workingHours: 'Monday to Friday, 09:00 to 17:00. With the permission MailboxSettings.Read your own working hours are used.',
};

/** What the Api says of a few of the sample people. */
export const sampleAlerts: readonly Alert[] = kinds.map((kind, place) => {
  const { id, name, address } = people[place] ?? { id: '', name: '', address: '' };
  const first = name.split(' ')[0] ?? '';
  const told = {
    turnsFading: [`Write to ${name}`, `You and ${first} were last in touch on 12 May 2026, 4 weeks ago; before that, nearly every week.`],
    waitsForAnswer: [`Answer ${name}`, `${first} wrote on 7 June 2026 («Budget»); you have not written since.`],
    meetingSoon: [`Before you meet ${name}`, `You meet ${first} tomorrow at 12:00 («Review»); you were last in touch 6 months ago.`],
  }[kind];
  return {
    id: String(place + 1),
    contactId: id,
    kind,
    name,
    address,
    title: told[0] ?? '',
    text: told[1] ?? '',
    brief: kind === 'meetingSoon' ? ['Your last mail was about «Plans».', 'Also coming: Ben Holt.'] : [],
    raisedAt: new Date().toISOString(),
    dueOn: new Date(Date.now() + (place === 2 ? dayMs : 0)).toISOString().slice(0, 10),
    seen: false,
    actions: ['write', 'snooze', 'rest'],
  };
});

/** Alerts as soon as some channel is on. */
export function sampleAlertRoutes(): HttpHandler[] {
  let settings = noAlerts;
  let open = sampleAlerts;
  let addresses = 0;

  const list = () => {
    const channels = [settings.pane, settings.infoBar, settings.digest, settings.toDo, settings.calendar];
    const on = settings.perWeek > 0 && channels.some((channel) => channel.on);
    const alerts = on ? [...open] : [];
    const unseen = settings.pane.on ? alerts.filter((alert) => !alert.seen).length : 0;
    return HttpResponse.json<AlertList>({ on, unseen, alerts });
  };
  const close = (id: unknown) => {
    if (!sampleAlerts.some((alert) => alert.id === id))
      return problem(404, 'There is no such alert', 'The list may have changed since it was shown; read it again.');
    open = open.filter((alert) => alert.id !== id);
    return list();
  };
  const newAddress = () => `http://localhost/api/alerts/calendar/${String(++addresses)}.ics`;

  return [
    http.get('*/api/alerts', list),
    // No event stream: the list is read as the mailbox is.
    http.get('*/api/alerts/events', () => new HttpResponse(null, { status: 503 })),
    http.post('*/api/alerts/seen', () => {
      open = open.map((alert) => ({ ...alert, seen: true }));
      return list();
    }),
    http.post('*/api/alerts/:id/dismiss', ({ params }) => close(params.id)),
    http.post('*/api/alerts/:id/acted', ({ params }) => close(params.id)),
    http.get('*/api/alerts/settings', () => HttpResponse.json<AlertSettings>(settings)),
    http.put<never, AlertSettingsInput>('*/api/alerts/settings', async ({ request }) => {
      const wanted = await request.json();
      settings = {
        ...settings,
        perWeek: wanted.perWeek ?? settings.perWeek,
        digestEveryWeeks: wanted.digestEveryWeeks ?? settings.digestEveryWeeks,
        pane: { ...settings.pane, on: wanted.pane },
        infoBar: { ...settings.infoBar, on: wanted.infoBar },
        digest: { ...settings.digest, on: wanted.digest },
        toDo: { ...settings.toDo, on: wanted.toDo },
        calendar: { ...settings.calendar, on: wanted.calendar },
        calendarAddress: wanted.calendar ? (settings.calendarAddress ?? newAddress()) : null,
      };
      return HttpResponse.json<AlertSettings>(settings);
    }),
    http.post('*/api/alerts/settings/calendar', () => {
      if (settings.calendarAddress === null)
        return problem(409, 'The calendar is off', 'Turn it on first; it then has an address.');
      settings = { ...settings, calendarAddress: newAddress() };
      return HttpResponse.json<AlertSettings>(settings);
    }),
  ];
}
