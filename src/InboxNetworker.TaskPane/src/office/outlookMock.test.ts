// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { OfficeMockObject } from 'office-addin-mock';
import { ObjectData } from 'office-addin-mock/lib/objectData';
import { afterEach, expect, it, vi } from 'vitest';
import { createOutlookHost } from './outlookHost';

/** Office.js as its own mock has it, for what the seam touches. */
function mockOffice(item: object | null, versions: readonly string[] = ['1.3', '1.5', '1.6', '1.9']) {
  const bar = new Map<string, { message: string }>();
  const forms: object[] = [];
  const handlers: (() => void)[] = [];
  const office = {
    host: 'outlook',
    HostType: { Outlook: 'Outlook' },
    EventType: { ItemChanged: 'itemChanged' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    MailboxEnums: { ItemNotificationMessageType: { InformationalMessage: 'informationalMessage' } },
    onReady: () => Promise.resolve({ host: 'Outlook', platform: 'OfficeOnline' }),
    context: {
      displayLanguage: 'de-AT',
      requirements: { isSetSupported: (_: string, version: string) => versions.includes(version) },
      mailbox: {
        userProfile: { emailAddress: 'Nora@Fernhill.example' },
        addHandlerAsync: (_: string, handler: () => void) => handlers.push(handler),
        displayNewMessageForm: (form: object) => forms.push(form),
        displayNewMessageFormAsync: (form: object, told: (answer: object) => void) => {
          forms.push(form);
          told({ status: 'succeeded' });
        },
        ...(item && {
          item: {
            ...item,
            notificationMessages: {
              replaceAsync: (key: string, message: { message: string }) => bar.set(key, message),
              removeAsync: (key: string) => bar.delete(key),
            },
          },
        }),
      },
    },
  };
  vi.stubGlobal('Office', new OfficeMockObject(Object.assign(new ObjectData(), office)));
  const change = () => {
    for (const handler of handlers) handler();
  };
  return { bar, forms, change };
}

const message = { from: { displayName: 'Marcus Feld', emailAddress: 'marcus@brightwater.example' }, to: [], cc: [] };

async function inside() {
  const host = createOutlookHost(signal('light' as const));
  await vi.waitUntil(() => host.place.value === 'inside');
  return host;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("takes Outlook's language and owner", async () => {
  mockOffice(message);
  const host = await inside();
  expect(host.locale.value).toBe('de-AT');
  expect(host.owner.value).toBe('nora@fernhill.example');
});

it('says a sentence over the open message, once, at most as long as Outlook takes it, and takes it away', async () => {
  const { bar } = mockOffice(message);
  const host = await inside();
  host.tell('x'.repeat(400));
  expect(bar.get('inboxnetworker')?.message).toHaveLength(150);
  bar.clear();
  host.tell('x'.repeat(400));
  expect(bar.size).toBe(0);
  host.tell('Another');
  expect(bar.get('inboxnetworker')).toMatchObject({ message: 'Another', icon: 'icon16', persistent: false });
  host.tell(null);
  expect(bar.size).toBe(0);
});

it('says the same again over the next message', async () => {
  const { bar, change } = mockOffice(message);
  const host = await inside();
  host.tell('Quiet since May');
  bar.clear();
  change();
  host.tell('Quiet since May');
  expect(bar.size).toBe(1);
});

it('says nothing where no item is open', async () => {
  const { bar } = mockOffice(null);
  const host = await inside();
  host.tell('Quiet since May');
  expect(bar.size).toBe(0);
});

it.each([
  [['1.5', '1.6', '1.9'], true],
  [['1.5', '1.6'], true],
  [['1.5'], false],
])('with the requirement sets %s a form opens: %s', async (versions, opens) => {
  const { forms } = mockOffice(message, versions);
  const host = await inside();
  const answer = await host.openDraft?.({ to: ['ana@there.example'], subject: 'Hello', text: 'Dear Ana' });
  expect(answer?.ok).toBe(opens);
  expect(forms).toHaveLength(opens ? 1 : 0);
});

it.each([
  ['a subject', { to: ['ana@there.example'], subject: 'x'.repeat(256), text: '' }],
  ['a text', { to: ['ana@there.example'], subject: '', text: 'ä'.repeat(17_000) }],
  ['a list of recipients', { to: Array.from({ length: 101 }, (_, n) => `p${n}@there.example`), subject: '', text: '' }],
])('%s that the form does not take is not given to it', async (_, draft) => {
  const { forms } = mockOffice(message);
  const host = await inside();
  expect((await host.openDraft?.(draft))?.ok).toBe(false);
  expect(forms).toHaveLength(0);
});
