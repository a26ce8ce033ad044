import { http, HttpResponse, type HttpHandler } from 'msw';
import type {
  ContactDetail,
  ContactList,
  ContactLookup,
  Draft,
  DraftEdit,
  FilteredPage,
  Intent,
  Month,
  Owner,
  PreviewMessageDetail,
  ReconnectPage,
  Session,
  SyncStatus,
} from '../api/types';
import { problem } from './problem.ts';
import { sampleAlertRoutes } from './sampleAlerts.ts';
import { sampleRecordRoutes } from './sampleRecord.ts';
import { sampleDraft, sampleMonth, sampleTemplateRoutes } from './sampleDrafts.ts';
import { asOf, owner, people, toItem } from './samplePeople.ts';

const messagesTotal = 7_310;
const demoSession: Session = { mode: 'demo', state: 'signedIn', signIn: null, kind: null, code: null, problem: null, permissions: [] };

/** How the sample server behaves; tests and screenshots change it. */
export interface SampleOptions {
  /** Messages read when the server starts; below the total it goes on reading as it is asked. */
  readonly messagesRead?: number;
  readonly reconnect?: 'people' | 'empty' | 'failing';
  readonly saving?: 'working' | 'failing';
}

/** The Api's contract over the sample people, held in memory. */
export function sampleServer(options: SampleOptions = {}): HttpHandler[] {
  let read = options.messagesRead ?? messagesTotal;
  const saved: PreviewMessageDetail[] = [];
  const asked = { drafts: 0 };

  const status = (): SyncStatus => ({
    running: read < messagesTotal,
    state: read < messagesTotal ? 'reading' : 'ready',
    messagesRead: read,
    messagesTotal,
    meetingsRead: Math.round(read / 9),
    contacts: Math.round((people.length * read) / messagesTotal),
    lastReadAt: read < messagesTotal ? null : new Date(Date.now() - 180_000).toISOString(),
    waitingUntil: null,
    lastError: null,
    notices: [],
    notifications: { subscriptions: 0, received: 0, dropped: 0 },
  });
  const known = () => people.slice(0, Math.ceil((people.length * read) / messagesTotal));
  const find = (id: unknown) => people.find((person) => person.id === id);

  return [
    http.get('*/api/session', () => HttpResponse.json<Session>(demoSession)),
    ...sampleAlertRoutes(),
    ...sampleRecordRoutes(),
    http.get('*/api/contacts/:id/photo', () => new HttpResponse(null, { status: 204 })),
    http.get('*/api/reconnect', ({ request }) => {
      if (options.reconnect === 'failing')
        return problem(
          503,
          'The mailbox cannot be read',
          'Microsoft 365 does not answer. InboxNetworker tries again by itself in a minute.',
        );
      const query = new URL(request.url).searchParams;
      const [limit, from] = [Number(query.get('limit') ?? 20), Number(query.get('cursor') ?? 0)];
      const quiet =
        options.reconnect === 'empty' ? [] : known().filter(({ state }) => state === 'dormant' || state === 'fading');
      const next = from + limit;
      return HttpResponse.json<ReconnectPage>({
        asOf,
        items: quiet.slice(from, next).map(toItem),
        nextCursor: next < quiet.length ? String(next) : null,
      });
    }),
    http.get('*/api/contacts/lookup', ({ request }) => {
      const address = new URL(request.url).searchParams.get('address') ?? '';
      const contact = people.find(({ addresses }) => addresses.includes(address)) ?? null;
      const state =
        contact !== null
          ? contact.status
          : address.startsWith('news')
            ? { code: 'left-out-list', text: 'A newsletter: it is left out of your network.', listed: false }
            : { code: 'never-seen', text: 'You have not written to each other before.', listed: false };
      return HttpResponse.json<ContactLookup>({ address, status: state, contact, infoBar: null });
    }),
    http.get('*/api/contacts', ({ request }) => {
      const query = (new URL(request.url).searchParams.get('query') ?? '').toLowerCase();
      const items = people.filter(({ name, address, company, department }) =>
        [name, address, company, department].join(' ').toLowerCase().includes(query),
      );
      return HttpResponse.json<ContactList>({ items: items.map(toItem) });
    }),
    http.get('*/api/contacts/:id', ({ params }) => {
      const contact = find(params.id);
      return contact === undefined ? unknownPerson() : HttpResponse.json<ContactDetail>(contact);
    }),
    http.post<{ id: string }, { intent: Intent | null; with: string | null; writer: boolean }>(
      '*/api/contacts/:id/drafts',
      async ({ params, request }) => {
        const contact = find(params.id);
        if (contact === undefined) return unknownPerson();
        return HttpResponse.json<Draft>(sampleDraft(contact, await request.json(), find));
      },
    ),
    http.get('*/api/contacts/:id/introductions', ({ params }) =>
      HttpResponse.json({
        items: people
          .filter(({ id }) => id !== params.id)
          .slice(0, 3)
          .map(({ id, name, address, company, department }) => ({ contactId: id, name, address, company, department })),
      }),
    ),
    ...sampleTemplateRoutes(),
    http.get('*/api/month', ({ request }) =>
      HttpResponse.json<Month>(sampleMonth(new URL(request.url).searchParams.get('month'))),
    ),
    http.post<{ id: string }, DraftEdit>('*/api/contacts/:id/drafts/save', async ({ params, request }) => {
      const contact = find(params.id);
      if (contact === undefined) return unknownPerson();
      if (options.saving === 'failing')
        return problem(502, 'The draft was not saved', 'Microsoft 365 refused it. Try again in a minute.');
      const edit = await request.json();
      const id = `draft-${String(++asked.drafts)}`;
      saved.unshift({
        id,
        from: owner,
        to: edit.to.map((address) => ({ name: people.find((one) => one.address === address)?.name ?? address, address })),
        cc: [],
        subject: edit.subject,
        at: new Date().toISOString(),
        isRead: true,
        isDraft: true,
        text: edit.text,
      });
      return HttpResponse.json({ id, webLink: null, subject: edit.subject, continued: edit.continue }, { status: 201 });
    }),
    http.get('*/api/owner', () => HttpResponse.json<Owner>({ name: owner.name, addresses: [owner.address] })),
    http.get('*/api/filtered', () => HttpResponse.json<FilteredPage>({ asOf, rules: [], items: [], choices: [], nextCursor: null })),
    http.get('*/api/sync', () => {
      read = Math.min(messagesTotal, read + 420);
      return HttpResponse.json(status());
    }),
    http.post('*/api/sync', () => HttpResponse.json(status(), { status: 202 })),
    // No event stream: the pane falls back to asking.
    http.get('*/api/events', () => new HttpResponse(null, { status: 503 })),
    http.get('*/api/preview', () => HttpResponse.json({ label: 'Preview: sample mailbox, not Outlook', owner })),
    http.get('*/api/preview/messages', ({ request }) => {
      const folder = new URL(request.url).searchParams.get('folder') ?? 'inbox';
      return HttpResponse.json({ folder, items: messagesIn(folder, saved).map(({ text: _, ...item }) => item) });
    }),
    http.get('*/api/preview/messages/:id', ({ params }) => {
      const all = ['inbox', 'sentitems', 'drafts'].flatMap((folder) => messagesIn(folder, saved));
      const message = all.find(({ id }) => id === params.id);
      return message === undefined
        ? problem(404, 'No such message', 'It was moved or deleted.')
        : HttpResponse.json(message);
    }),
  ];
}

function messagesIn(folder: string, saved: readonly PreviewMessageDetail[]): readonly PreviewMessageDetail[] {
  if (folder === 'drafts') return saved;
  const others = [
    { name: 'Fernhill Weekly', address: 'newsletter@fernhill.example', subject: 'This week at Fernhill' },
    { name: 'Unknown Person', address: 'someone@new.example', subject: 'A question about your talk' },
  ];
  const known = people
    .slice(0, 12)
    .map(({ name, address, lastSubject }) => ({ name, address, subject: lastSubject?.text ?? '' }));
  return [...known.slice(0, 3), ...others, ...known.slice(3)].map(({ subject, ...person }, place) => ({
    id: `${folder}-${place}`,
    from: folder === 'inbox' ? person : owner,
    to: folder === 'inbox' ? [owner] : [person],
    cc: place % 3 === 0 ? [{ name: 'Sofia Bergström', address: 'sofia.bergstrom@fernhill.example' }] : [],
    subject,
    at: new Date(Date.now() - place * place * 7_300_000).toISOString(),
    isRead: place > 2,
    isDraft: false,
    text: null,
  }));
}

function unknownPerson() {
  return problem(404, 'No such person', 'The person may have been merged with another; open the list again.');
}
