// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { afterEach, expect, it, vi } from 'vitest';
import { later } from '../testing/later';
import { createOutlookHost, toHtml } from './outlookHost';
import { themeOf } from './outlookTheme';

interface Outlook {
  readonly item?: object | null;
  readonly theme?: { bodyBackgroundColor: string };
  readonly supports?: readonly string[];
  readonly host?: string | null;
  readonly accepts?: boolean;
}

/** So much of Office.js as the host touches. */
function stubOffice({ item = null, theme, supports = [], host = 'Outlook', accepts = true }: Outlook) {
  const handlers = new Map<string, () => void>();
  const forms: unknown[] = [];
  const mailbox = {
    item,
    userProfile: { emailAddress: 'Nora@Fernhill.example' },
    addHandlerAsync: (type: string, handler: () => void) => handlers.set(type, handler),
    displayNewMessageForm: (form: unknown) => forms.push(form),
    displayNewMessageFormAsync: (form: unknown, callback: (answer: object) => void) => {
      forms.push(form);
      callback({ status: accepts ? 'succeeded' : 'failed' });
    },
  };
  vi.stubGlobal('Office', {
    onReady: () => Promise.resolve({ host }),
    HostType: { Outlook: 'Outlook' },
    EventType: { ItemChanged: 'itemChanged', OfficeThemeChanged: 'themeChanged' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    context: {
      mailbox,
      officeTheme: theme,
      requirements: { isSetSupported: (_: string, version: string) => supports.includes(version) },
    },
  });
  return { mailbox, forms, raise: (type: string) => handlers.get(type)?.() };
}

const marcus = { displayName: 'Marcus Feld', emailAddress: 'marcus@brightwater.example' };
const draft = { to: ['marcus@brightwater.example'], subject: 'Hello', text: 'Dear Marcus' };
const host = () => createOutlookHost(signal('light' as const));

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('knows the open message and follows the selection', async () => {
  const outlook = stubOffice({
    item: { from: marcus, to: [{ displayName: 'Nora', emailAddress: 'nora@fernhill.example' }], cc: [] },
  });
  const { item, place, owner } = host();
  await vi.waitUntil(() => item.value !== null);
  expect(place.value).toBe('inside');
  expect(owner.value).toBe('nora@fernhill.example');
  expect(item.value?.from).toEqual({ name: 'Marcus Feld', address: 'marcus@brightwater.example' });
  expect(item.value?.recipients).toEqual([{ name: 'Nora', address: 'nora@fernhill.example' }]);

  outlook.mailbox.item = null;
  outlook.raise('itemChanged');
  await vi.waitUntil(() => item.value === null);
});

it('knows the organiser and the attendees of a meeting', async () => {
  stubOffice({ item: { organizer: marcus, requiredAttendees: [marcus], optionalAttendees: [] } });
  const { item } = host();
  await vi.waitUntil(() => item.value !== null);
  expect(item.value?.from?.address).toBe('marcus@brightwater.example');
  expect(item.value?.recipients).toHaveLength(1);
});

it('asks for the recipients of a message that is being written', async () => {
  const to = {
    getAsync: (callback: (answer: object) => void) => {
      callback({ value: [marcus] });
    },
  };
  stubOffice({ item: { from: { getAsync: () => undefined }, to } });
  const { item } = host();
  await vi.waitUntil(() => item.value !== null);
  expect(item.value).toMatchObject({ from: null, recipients: [{ address: 'marcus@brightwater.example' }] });
});

it('outside Outlook it says so, and nothing else', async () => {
  stubOffice({ host: null });
  const { place, item } = host();
  await vi.waitUntil(() => place.value === 'outside');
  expect(item.value).toBeNull();
});

it('without Office.js it says so too', async () => {
  const { place } = host();
  await vi.waitUntil(() => place.value === 'outside');
});

it('says so when the page has loaded, if Office.js failed before the pane listened', async () => {
  const script = document.head.appendChild(document.createElement('script'));
  script.src = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  const { place } = host();
  expect(place.value).toBe('arriving');

  dispatchEvent(new Event('load'));
  await vi.waitUntil(() => place.value === 'outside');
  script.remove();
});

it('an answer of Office.js that comes late still brings the pane inside', async () => {
  vi.useFakeTimers();
  const ready = later<{ host: string }>();
  const outlook = stubOffice({ item: { from: marcus, to: [], cc: [] }, theme: { bodyBackgroundColor: '#1F1F1F' } });
  vi.stubGlobal('Office', { ...Office, onReady: () => ready.promise });
  const { place, item, theme } = host();
  await vi.advanceTimersByTimeAsync(4_999);
  expect(place.value).toBe('arriving');
  await vi.advanceTimersByTimeAsync(1);
  expect(place.value).toBe('outside');

  ready.resolve({ host: 'Outlook' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(place.value).toBe('inside');
  expect(theme.value).toBe('dark');
  expect(item.value?.from?.address).toBe('marcus@brightwater.example');
  outlook.mailbox.item = null;
  outlook.raise('itemChanged');
  await vi.advanceTimersByTimeAsync(0);
  expect(item.value).toBeNull();
});

it("takes Outlook's theme over the system's", async () => {
  stubOffice({ theme: { bodyBackgroundColor: '#1F1F1F' } });
  const { theme } = host();
  await vi.waitUntil(() => theme.value === 'dark');
});

it('opens the draft in a message form', async () => {
  const outlook = stubOffice({ supports: ['1.9'] });
  expect(await host().openDraft?.(draft)).toEqual({ ok: true, value: true });
  expect(outlook.forms).toEqual([{ toRecipients: draft.to, subject: 'Hello', htmlBody: '<p>Dear Marcus</p>' }]);
});

it('uses the older call where Outlook does not know the newer', async () => {
  const outlook = stubOffice({ supports: ['1.6'] });
  outlook.mailbox.displayNewMessageFormAsync = () => {
    throw new Error('not supported');
  };
  expect(await host().openDraft?.(draft)).toEqual({ ok: true, value: true });
  expect(outlook.forms).toHaveLength(1);
});

it('a form that Outlook refuses is a failure, not an exception', async () => {
  stubOffice({ supports: ['1.9'], accepts: false });
  expect(await host().openDraft?.(draft)).toEqual({ ok: false, failure: { kind: 'host' } });
});

it('text becomes HTML with its paragraphs, and no markup of its own', () => {
  expect(toHtml('Dear <b>Ann</b> & "Co",\n\nline one\r\nline two')).toBe(
    '<p>Dear &lt;b&gt;Ann&lt;/b&gt; &amp; &quot;Co&quot;,</p><p>line one<br>line two</p>',
  );
});

it.each([
  ['#FFFFFF', 'light'],
  ['#1f1f1f', 'dark'],
  ['292929', 'dark'],
  ['', null],
  ['white', null],
])('a body in %s is %s', (bodyBackgroundColor, theme) => {
  expect(themeOf({ bodyBackgroundColor })).toBe(theme);
});
