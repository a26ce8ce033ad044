// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '../api/client';
import { createPreviewHost, type PreviewHost } from '../office/previewHost';
import { stubEvents } from '../testing/fakeEvents';
import { origin, useSampleServer } from '../testing/server';
import { App } from './App';
import { connect, createStores } from './stores';
import { welcomed } from './Welcome';

// jsdom knows no constructed style sheets.
vi.mock('../ui/theme', () => ({ applyTheme: vi.fn() }));

const server = useSampleServer();
let page: HTMLElement;
let host: PreviewHost;
let disconnect: () => void;

beforeEach(() => {
  stubEvents().refused = true;
  welcomed.value = true;
  page = document.createElement('div');
  document.body.append(page);
  host = createPreviewHost({ theme: signal('light' as const), locale: 'en-GB', shellVisible: () => true });
});

afterEach(() => {
  disconnect();
  render(null, page);
  page.remove();
  vi.unstubAllGlobals();
});

const open = () => {
  const stores = createStores(createApi(origin, () => 'en'));
  disconnect = connect(stores, host);
  render(<App host={host} stores={stores} />, page);
  return stores;
};
const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
async function find(selector: string, text = ''): Promise<HTMLElement> {
  const matching = () => all(selector).find((element) => element.textContent.includes(text));
  return vi.waitUntil(matching, { timeout: 3_000 });
}
const byLabel = (label: string) => find(`[aria-label="${label}"]`);

it('lists whom to reconnect with, each with a reason', async () => {
  open();
  const row = await find('[data-testid=contact]', 'Marcus Feld');
  expect(row.textContent).toContain('Gone quiet');
  expect(row.textContent).toContain('nothing for 7 months');
});

it('shows markup in a name as text', async () => {
  open();
  const row = await find('[data-testid=contact]', 'Greta');
  expect(row.textContent).toContain('Greta <b>Holm</b> & Co');
  expect(row.querySelector('b')).toBeNull();
});

it('a press on Write opens a draft, and saving it tells the host', async () => {
  const saved = vi.fn();
  host.onDraftSaved(saved);
  open();
  (await byLabel('Write to Marcus Feld')).click();
  await find('[data-testid=draft-text]');
  expect(document.activeElement?.textContent).toBe('Write to Marcus Feld');
  (await find('[data-testid=save-draft]')).click();
  await find('[data-testid=draft-saved]', 'Saved to your Drafts folder');
  expect(saved).toHaveBeenCalledTimes(1);
});

it('going back gives the focus to where it came from', async () => {
  open();
  const name = await find('[data-testid=contact] .name-link', 'Marcus Feld');
  name.focus();
  name.click();
  await find('[data-testid=person-view]', 'Addresses');
  (await byLabel('Back')).click();
  await vi.waitUntil(() => document.activeElement === name);
  expect(all('[data-testid=person-view]')).toEqual([]);
});

it('the open message puts its sender above the list', async () => {
  open();
  await find('[data-testid=contact]');
  host.select({ key: 'm', from: { name: 'Marcus Feld', address: 'marcus.feld@brightwater.example' }, recipients: [] });
  await find('[data-testid=message-card]', 'Gone quiet');
  host.select({ key: 'n', from: { name: 'Weekly', address: 'newsletter@fernhill.example' }, recipients: [] });
  await find('[data-testid=message-card]', 'A newsletter');
  host.select(null);
  await vi.waitUntil(() => all('[data-testid=message-card]').length === 0);
});

it('a list that cannot be had says so and offers another try', async () => {
  server.use(http.get('*/api/reconnect', () => HttpResponse.error(), { once: true }));
  open();
  const failure = await find('[data-testid=failure]', 'InboxNetworker does not answer');
  failure.querySelector<HTMLElement>('[role=button]')?.click();
  await find('[data-testid=contact]', 'Marcus Feld');
});

it('tells how far the reading is, and lets the list grow', async () => {
  server.use(
    http.get('*/api/sync', () =>
      HttpResponse.json({
        running: true,
        state: 'reading',
        messagesRead: 1240,
        messagesTotal: 7310,
        meetingsRead: 3,
        contacts: 9,
        lastReadAt: null,
        waitingUntil: null,
        notices: [],
        lastError: null,
      }),
    ),
  );
  open();
  await find('[data-testid=sync-progress]', 'Reading your mailbox: 1,240 of 7,310 messages');
});

it('says of a person and of a search that the mailbox is not read to the end, and follows its reading', async () => {
  const status = { messagesTotal: 7310, meetingsRead: 0, contacts: 9, lastError: null, waitingUntil: null, notices: [] };
  server.use(
    http.get('*/api/sync', () =>
      HttpResponse.json({ ...status, running: true, state: 'reading', messagesRead: 9, lastReadAt: null }),
    ),
    http.get('*/api/contacts', () => HttpResponse.json({ items: [] }), { once: true }),
  );
  const partial = 'Not everything has been read yet.';
  const stores = open();
  host.select({ key: 'm', from: { name: 'Marcus Feld', address: 'marcus.feld@brightwater.example' }, recipients: [] });
  await find('[data-testid=message-card]', partial);
  stores.search.type('marcus');
  const none = await find('[data-testid=empty]', partial);
  expect(none.textContent).not.toContain('No one found');
  (await find('[data-testid=message-card] .name-link')).click();
  await find('[data-testid=person-view]', partial);
  await find('[data-testid=person-view]', 'Addresses');
  const contact = vi.spyOn(stores.api, 'contact');

  const lastReadAt = '2026-03-16T09:00:00Z';
  server.use(
    http.get('*/api/sync', () =>
      HttpResponse.json({ ...status, running: false, state: 'ready', messagesRead: 7310, lastReadAt }),
    ),
  );
  await find('[data-testid=search-results]', 'Marcus Feld');
  await vi.waitUntil(() => !page.textContent.includes(partial), { timeout: 4_000 });
  await vi.waitUntil(() => contact.mock.calls.length > 0, { timeout: 4_000 });
}, 10_000);

it('a refusal to read again is told in the words of the server, and the button stays', async () => {
  server.use(
    http.post('*/api/sync', () => HttpResponse.json({ title: 'Busy', detail: 'Wait a minute.' }, { status: 503 })),
  );
  open();
  (await find('[data-testid=sync-footer] [role=button]', 'Read again')).click();
  await find('[data-testid=failure]', 'BusyWait a minute.');
  await find('[data-testid=sync-footer] [role=button]', 'Read again');
});

it('writes nothing to the console', async () => {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
  open();
  await find('[data-testid=contact]', 'Marcus Feld');
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
