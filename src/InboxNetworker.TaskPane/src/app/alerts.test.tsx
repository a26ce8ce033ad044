// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '../api/client';
import { createPreviewHost } from '../office/previewHost';
import { stubEvents } from '../testing/fakeEvents';
import { origin, useSampleServer } from '../testing/server';
import { App } from './App';
import { connect, createStores } from './stores';
import { welcomed } from './Welcome';

// jsdom knows no constructed style sheets.
vi.mock('../ui/theme', () => ({ applyTheme: vi.fn() }));

const server = useSampleServer();
let page: HTMLElement;
let disconnect: () => void;
let streams: ReturnType<typeof stubEvents>;

beforeEach(() => {
  streams = stubEvents();
  // jsdom scrolls nowhere.
  Element.prototype.scrollIntoView = vi.fn();
  welcomed.value = true;
  page = document.createElement('div');
  document.body.append(page);
});

afterEach(() => {
  disconnect();
  render(null, page);
  page.remove();
  vi.unstubAllGlobals();
});

function open() {
  const host = createPreviewHost({ theme: signal('light' as const), locale: 'en-GB', shellVisible: () => true });
  const stores = createStores(createApi(origin, () => 'en'));
  disconnect = connect(stores, host);
  render(<App host={host} stores={stores} />, page);
  return stores;
}
const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
const find = (selector: string, text = '') =>
  vi.waitUntil(() => all(selector).find((element) => element.textContent.includes(text)), { timeout: 3_000 });
const tab = () => find('[data-place=alerts]');

it('the badge counts what is new, by the events, and is read out with the tab', async () => {
  const stores = open();
  await find('[data-testid=contact]');
  expect((await tab()).textContent).toBe('Alerts');
  await stores.api.saveAlertSettings({
    perWeek: 3, digestEveryWeeks: null, pane: true, infoBar: false, digest: false, toDo: false, calendar: false,
  });
  await streams.all
    .find(({ url }) => url === '/api/alerts/events')
    ?.send('alerts', JSON.stringify({ open: 3, unseen: 3, at: '2026-06-15T12:00:00Z' }));
  expect((await find('[data-testid=badge]')).textContent).toBe('3');
  expect((await find('[data-testid=badge]')).getAttribute('aria-hidden')).toBe('true');
  expect((await tab()).getAttribute('aria-label')).toBe('Alerts, 3 new');

  (await tab()).click();
  await find('[data-testid=alert]', 'Answer');
  await vi.waitUntil(() => all('[data-testid=badge]').length === 0);
  expect((await tab()).hasAttribute('aria-label')).toBe(false);
});

it('alerts that are off lead to where they are turned on', async () => {
  open();
  (await tab()).click();
  (await find('[data-testid=alerts-turn-on]')).click();
  const digest = await find('[data-testid=channel-digest]', 'Needs the permission Mail.Send.');
  expect(document.activeElement?.textContent).toBe('Alerts');
  digest.querySelector<HTMLElement>('[role=switch]')?.click();
  await vi.waitUntil(() => !digest.textContent.includes('Needs the permission'));
});

it('a switch that is refused goes back, with the words of the server', async () => {
  server.use(
    http.put('*/api/alerts/settings', () =>
      HttpResponse.json({ title: 'Not read yet', detail: 'Wait a minute.' }, { status: 409 }),
    ),
  );
  const stores = open();
  stores.navigation.go('settings');
  const toggle = (await find('[data-testid=switch-pane]')) as HTMLInputElement;
  toggle.click();
  await find('[data-testid=failure]', 'Not read yetWait a minute. It is as it was before.');
  expect(toggle.checked).toBe(false);
});

it('a draft that is written ends the alerts about its person', async () => {
  const stores = open();
  await stores.api.saveAlertSettings({
    perWeek: 3, digestEveryWeeks: null, pane: true, infoBar: false, digest: false, toDo: false, calendar: false,
  });
  (await tab()).click();
  const alert = await find('[data-testid=alert]', 'Write to');
  const name = alert.querySelector('.name-link')?.textContent ?? '';
  alert.querySelector<HTMLElement>(`[aria-label="Write to ${name}"][role=button]`)?.click();
  (await find('[data-testid=save-draft]')).click();
  await find('[data-testid=draft-saved]');
  await vi.waitUntil(() => all('[data-testid=alert]').length === 2);
});
