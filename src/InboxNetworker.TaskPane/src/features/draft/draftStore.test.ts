import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import { fail, ok } from '../../result';
import { createDrafts, createDraftStore } from './draftStore';

const proposal = { to: ['marcus@brightwater.example'], subject: 'Hello', html: '<p>Hi</p>', text: 'Hi' };
const refused = fail({ kind: 'problem', status: 502, title: 'Not saved', detail: 'Try again.' });

function api() {
  return {
    draft: vi.fn<Api['draft']>().mockResolvedValue(ok(proposal)),
    saveDraft: vi.fn<Api['saveDraft']>().mockResolvedValue(ok({ id: 'd1', webLink: null, subject: 'Hello' })),
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
  expect(server.saveDraft).toHaveBeenCalledWith('p1', { subject: 'Hello again', text: 'My words' });
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
