import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import { fail, ok } from '../../result';
import { proposal } from '../../testing/sampleDrafts';
import { createDrafts, createDraftStore } from './draftStore';

const ben = { contactId: 'p2', name: 'Ben', address: 'ben@there.example', company: null, department: null };
const refused = fail({ kind: 'problem', status: 502, title: 'Not saved', detail: 'Try again.' });

function api() {
  return {
    draft: vi.fn<Api['draft']>().mockResolvedValue(ok(proposal)),
    saveDraft: vi.fn<Api['saveDraft']>().mockResolvedValue(ok({ id: 'd1', webLink: null, subject: 'Hello', continued: false })),
    introductions: vi.fn<Api['introductions']>().mockResolvedValue(ok({ items: [ben] })),
  };
}

it('starts from the proposal', async () => {
  const store = createDraftStore(api(), 'p1');
  await store.prepare();
  expect(store.state.value).toMatchObject({ kind: 'editing', draft: { subject: 'Hello', text: 'Hi' }, failure: null });
});

it('saves what was edited', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  store.edit({ subject: 'Hello again' });
  store.edit({ text: 'My words' });
  const saved = await store.save();
  expect(server.saveDraft).toHaveBeenCalledWith('p1', {
    subject: 'Hello again',
    text: 'My words',
    to: proposal.to,
    continue: false,
  });
  expect(saved?.id).toBe('d1');
  expect(store.state.value.kind).toBe('saved');
});

it('a failure to save keeps every word', async () => {
  const server = api();
  server.saveDraft.mockResolvedValueOnce(refused);
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  store.edit({ text: 'My words' });
  expect(await store.save()).toBeNull();
  expect(store.state.value).toMatchObject({
    kind: 'editing',
    draft: { text: 'My words' },
    failure: { title: 'Not saved' },
  });
});

it('pressing save twice saves one draft', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  await Promise.all([store.save(), store.save()]);
  expect(server.saveDraft).toHaveBeenCalledTimes(1);
});

it('a draft that was left is found as it was', async () => {
  const drafts = createDrafts(api());
  const store = drafts.of('p1');
  await vi.waitUntil(() => store.state.value.kind === 'editing');
  store.edit({ text: 'Half a thought' });
  expect(drafts.of('p1').state.value).toMatchObject({ draft: { text: 'Half a thought' } });
  expect(drafts.of('p2')).not.toBe(store);
});

it('after saving, the next draft to the same person is a new one', async () => {
  const drafts = createDrafts(api());
  const store = drafts.of('p1');
  await vi.waitUntil(() => store.state.value.kind === 'editing');
  await store.save();
  expect(drafts.of('p1')).not.toBe(store);
});

it('a proposal that does not come can be asked for again', async () => {
  const server = api();
  server.draft.mockResolvedValueOnce(fail({ kind: 'unreachable' }));
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  expect(store.state.value.kind).toBe('failed');
  await store.prepare();
  expect(store.state.value.kind).toBe('editing');
});

it('another intent brings another text, and coming back finds the one before as it was edited', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  store.edit({ text: 'My words' });
  server.draft.mockResolvedValueOnce(ok({ ...proposal, intent: 'thank', text: 'Thanks' }));
  await store.choose('thank');
  expect(store.state.value).toMatchObject({ kind: 'editing', working: false, draft: { intent: 'thank', text: 'Thanks' } });
  await store.choose('checkIn');
  expect(store.state.value).toMatchObject({ draft: { intent: 'checkIn', text: 'My words' } });
  expect(server.draft).toHaveBeenCalledTimes(2);
});

it('a text that does not come leaves the one before, and says so', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  server.draft.mockResolvedValueOnce(refused);
  await store.choose('ask');
  expect(store.state.value).toMatchObject({ draft: { text: 'Hi', intent: 'checkIn' }, failure: { title: 'Not saved' }, working: false });
});

it('while another text is on its way nothing is edited or saved', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  server.draft.mockReturnValueOnce(new Promise(() => undefined));
  void store.choose('ask');
  store.edit({ text: 'lost' });
  expect(await store.save()).toBeNull();
  expect(store.state.value).toMatchObject({ working: true, draft: { text: 'Hi' } });
  expect(server.saveDraft).not.toHaveBeenCalled();
});

it('an introduction begins with the first who can be introduced, and goes to both', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  server.draft.mockResolvedValueOnce(ok({ ...proposal, intent: 'introduce', to: ['marcus@brightwater.example', 'ben@there.example'] }));
  await store.choose('introduce');
  expect(server.draft).toHaveBeenLastCalledWith('p1', { intent: 'introduce', with: 'p2' });
  expect(store.state.value).toMatchObject({ draft: { with: 'p2', intent: 'introduce' } });
  await store.save();
  expect(server.saveDraft.mock.lastCall?.[1].to).toEqual(['marcus@brightwater.example', 'ben@there.example']);
});

it('where nobody can be introduced the text stays', async () => {
  const server = api();
  server.introductions.mockResolvedValueOnce(ok({ items: [] }));
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  await store.choose('introduce');
  expect(store.introductions.value).toEqual([]);
  expect(store.state.value).toMatchObject({ draft: { intent: 'checkIn' }, working: false, failure: null });
});

it('a draft that answers goes on with the conversation unless it is turned off', async () => {
  const server = api();
  server.draft.mockResolvedValueOnce(ok({ ...proposal, intent: 'answer', continues: { subject: 'Offer', suggested: true } }));
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  expect(store.state.value).toMatchObject({ draft: { continue: true } });
  store.edit({ continue: false });
  await store.save();
  expect(server.saveDraft.mock.lastCall?.[1].continue).toBe(false);
});

it('the AI writer is asked for the same intent, and only when the owner asks', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  server.draft.mockResolvedValueOnce(ok({ ...proposal, text: 'Worded', writtenBy: 'ai' }));
  await store.rewrite();
  expect(server.draft.mock.calls).toEqual([['p1'], ['p1', { intent: 'checkIn', writer: true }]]);
  expect(store.state.value).toMatchObject({ draft: { text: 'Worded', writtenBy: 'ai' } });
});

it('the AI writer’s words leave the conversation as it was chosen, and the text before can be had back', async () => {
  const server = api();
  const store = createDraftStore(server, 'p1');
  await store.prepare();
  store.edit({ text: 'My words', continue: true });
  server.draft.mockResolvedValueOnce(ok({ ...proposal, text: 'Words of a machine', writtenBy: 'ai' }));
  await store.rewrite();
  expect(store.state.value).toMatchObject({ draft: { text: 'Words of a machine', continue: true }, before: { text: 'My words' } });
  store.takeBack();
  expect(store.state.value).toMatchObject({ draft: { text: 'My words', continue: true }, before: null });
});
