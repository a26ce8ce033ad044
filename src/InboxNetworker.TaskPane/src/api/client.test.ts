import { delay, http, HttpResponse } from 'msw';
import { beforeAll, expect, it } from 'vitest';
import { origin, useSampleServer } from '../testing/server';
import { createApi, type Api } from './client';

const server = useSampleServer();
let api: Api;
beforeAll(() => {
  api = createApi(origin, () => 'en');
});

it('asks for a page and gives its items', async () => {
  const answer = await api.reconnect({ limit: 3 });
  expect(answer.ok && answer.value.items.map(({ name }) => name)).toEqual([
    'Marcus Feld',
    'Priya Raman',
    'Tomás Oliveira',
  ]);
  expect(answer.ok && answer.value.nextCursor).toBe('3');
});

it('sends the cursor of the page before', async () => {
  const answer = await api.reconnect({ limit: 1, cursor: '2' });
  expect(answer.ok && answer.value.items[0]?.name).toBe('Tomás Oliveira');
});

it("turns the server's problem into a value with its words", async () => {
  expect(await api.contact('nobody')).toEqual({
    ok: false,
    failure: {
      kind: 'problem',
      status: 404,
      title: 'No such person',
      detail: 'The person may have been merged with another; open the list again.',
    },
  });
});

it.each([
  ['an empty body', null],
  ['a page of a proxy', '<html>Bad gateway</html>'],
  ['JSON of another shape', '{"title": 7, "detail": ""}'],
])('bears %s in place of a problem', async (_, body) => {
  server.use(http.get('*/api/sync', () => new HttpResponse(body, { status: 502 })));
  expect(await api.sync()).toEqual({ ok: false, failure: { kind: 'problem', status: 502, title: null, detail: null } });
});

it('turns a network without an answer into a value', async () => {
  server.use(http.get('*/api/sync', () => HttpResponse.error()));
  expect(await api.sync()).toEqual({ ok: false, failure: { kind: 'unreachable' } });
});

it('tells a question that was called off from one that failed', async () => {
  server.use(http.get('*/api/contacts', async () => delay('infinite')));
  const question = new AbortController();
  const answer = api.contacts('a', 10, question.signal);
  question.abort();
  expect(await answer).toEqual({ ok: false, failure: { kind: 'superseded' } });
});

it('sends an address with its signs intact', async () => {
  let asked: string | null = null;
  server.use(
    http.get('*/api/contacts/lookup', ({ request }) => {
      asked = new URL(request.url).searchParams.get('address');
      return HttpResponse.json({ address: asked, status: { code: 'unknown', text: '' }, contact: null, infoBar: null });
    }),
  );
  await api.lookup("o'hara+x&y=z@a.example");
  expect(asked).toBe("o'hara+x&y=z@a.example");
});

it('saves what was edited', async () => {
  const saved = await api.saveDraft('p1', { subject: 'Mine', text: 'My words', to: ['ana@there.example'], continue: false });
  expect(saved.ok && saved.value.subject).toBe('Mine');
  const drafts = await api.previewMessages('drafts', 5);
  const id = drafts.ok ? (drafts.value.items[0]?.id ?? '') : '';
  const draft = await api.previewMessage(id);
  expect(draft.ok && draft.value.text).toBe('My words');
});

it('asks for sentences in the language that is spoken at that moment', async () => {
  let language = 'de';
  const heard: (string | null)[] = [];
  server.use(
    http.get('*/api/owner', ({ request }) => {
      heard.push(request.headers.get('accept-language'));
      return HttpResponse.json({ name: '', addresses: [] });
    }),
  );
  const speaking = createApi(origin, () => language);
  await speaking.owner();
  language = 'en';
  await speaking.owner();
  expect(heard).toEqual(['de', 'en']);
});

it('forgets a person, and takes it back by the address alone', async () => {
  expect(await api.forget('1')).toEqual({ ok: true, value: true });
  const before = await api.forgotten();
  const after = await api.remember('ana.fox@there.example');
  expect(before.ok && after.ok && before.value.addresses - after.value.addresses).toBe(1);
  expect(await api.remember('ana.fox@there.example')).toMatchObject({ ok: false, failure: { status: 404 } });
});

it('asks what was read and done, and says how long single messages are kept', async () => {
  const done = await api.audit({ limit: 5 });
  expect(done.ok && done.value.items.map(({ what }) => what)).toEqual(['reading', 'forget']);
  const kept = await api.retain(0);
  expect(kept.ok && kept.value.years).toBe(0);
});
