// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { PreviewMessageDetail } from '../../api/types';
import { createPreviewHost } from '../../office/previewHost';
import { fail, ok } from '../../result';
import { createMailboxStore } from './mailboxStore';
import { ReadingPane } from './ReadingPane';

const nora = { name: 'Nora', address: 'nora@fernhill.example' };
const draft: PreviewMessageDetail = {
  id: 'd1',
  from: nora,
  to: [{ name: 'Marcus', address: 'marcus@brightwater.example' }],
  cc: [],
  subject: 'Catching up',
  at: '2026-03-16T09:00:00Z',
  isRead: true,
  isDraft: true,
  text: 'Hello Marcus',
};
const gone = fail({ kind: 'problem', status: 502, title: 'The draft cannot be read', detail: 'Try again.' });

function mailboxThat(answers: Partial<Pick<Api, 'preview' | 'previewMessage'>>) {
  const host = createPreviewHost({ theme: signal('light' as const), locale: 'en-GB', shellVisible: () => true });
  const mailbox = createMailboxStore(
    {
      preview: () => Promise.resolve(ok({ label: 'Preview', owner: nora })),
      previewMessages: (folder) => Promise.resolve(ok({ folder, items: [draft] })),
      previewMessage: () => Promise.resolve(ok(draft)),
      ...answers,
    },
    host,
  );
  return { host, mailbox };
}

const page = document.createElement('div');
afterEach(() => {
  render(null, page);
});

it('a draft that cannot be opened says so, and is opened by another try', async () => {
  const previewMessage = vi.fn<Api['previewMessage']>().mockResolvedValueOnce(gone).mockResolvedValueOnce(ok(draft));
  const { mailbox } = mailboxThat({ previewMessage });
  render(<ReadingPane mailbox={mailbox} />, page);
  await mailbox.select(draft);
  const failure = await vi.waitUntil(() => page.querySelector('[data-testid=failure]'));
  expect(failure.textContent).toContain('The draft cannot be read');
  failure.querySelector<HTMLElement>('[role=button], fluent-button, button')?.click();
  await vi.waitUntil(() => page.querySelector('[data-testid=draft-body]')?.textContent === 'Hello Marcus');
});

it('another try at a draft is not taken for another selection', async () => {
  const { host, mailbox } = mailboxThat({ previewMessage: () => Promise.resolve(gone) });
  await mailbox.select(draft);
  const before = host.item.value;
  await mailbox.readAgain();
  expect(host.item.value).toBe(before);
});

it('whose mailbox it is, if it was not told at the start, is asked when a folder is opened', async () => {
  const preview = vi
    .fn<Api['preview']>()
    .mockResolvedValueOnce(gone)
    .mockResolvedValue(ok({ label: 'Preview', owner: nora }));
  const { host, mailbox } = mailboxThat({ preview });
  await mailbox.start();
  expect(mailbox.info.value).toBeNull();
  await mailbox.openFolder('sentitems');
  expect(mailbox.info.value?.owner).toEqual(nora);
  expect(host.owner.value).toBe(nora.address);
  await mailbox.openFolder('inbox');
  expect(preview).toHaveBeenCalledTimes(2);
});
