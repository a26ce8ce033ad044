import { signal } from '@preact/signals';
import type { Api, PreviewFolder } from '../../api/client';
import type { PreviewInfo, PreviewMessage, PreviewMessageDetail } from '../../api/types';
import type { MailItem } from '../../office/host';
import type { PreviewHost } from '../../office/previewHost';
import type { Result } from '../../result';

export const folders: readonly PreviewFolder[] = ['inbox', 'sentitems', 'drafts'];
const top = 50;

/** The sample mailbox as the preview shows it: folders, messages, the open message. */
export function createMailboxStore(
  api: Pick<Api, 'preview' | 'previewMessages' | 'previewMessage'>,
  host: PreviewHost,
) {
  const info = signal<PreviewInfo | null>(null);
  const folder = signal<PreviewFolder>('inbox');
  const messages = signal<Result<readonly PreviewMessage[]> | null>(null);
  const selected = signal<PreviewMessage | null>(null);
  const open = signal<PreviewMessageDetail | null>(null);
  /** How many messages wait in Drafts; null while it is not known. */
  const drafts = signal<number | null>(null);
  let turn = 0;

  async function loadFolder(name: PreviewFolder): Promise<void> {
    const mine = ++turn;
    const answer = await api.previewMessages(name, top);
    if (name === 'drafts' && answer.ok) drafts.value = answer.value.items.length;
    if (mine === turn) messages.value = answer.ok ? { ok: true, value: answer.value.items } : answer;
  }

  async function select(message: PreviewMessage): Promise<void> {
    selected.value = message;
    open.value = null;
    host.select(toItem(message));
    const answer = await api.previewMessage(message.id);
    if (answer.ok && selected.value === message) open.value = answer.value;
  }

  async function openFolder(name: PreviewFolder): Promise<void> {
    folder.value = name;
    messages.value = null;
    await loadFolder(name);
  }

  host.onDraftSaved(() => {
    if (folder.value === 'drafts') void loadFolder('drafts');
    else void countDrafts();
  });
  host.onShowDraft((draft) => {
    void openFolder('drafts').then(() => {
      const found = messages.value?.ok === true ? messages.value.value.find(({ id }) => id === draft.id) : undefined;
      if (found !== undefined) void select(found);
    });
  });

  async function countDrafts(): Promise<void> {
    const answer = await api.previewMessages('drafts', top);
    if (answer.ok) drafts.value = answer.value.items.length;
  }

  return {
    info,
    folder,
    messages,
    selected,
    open,
    drafts,
    openFolder,
    select,
    async start() {
      const answer = await api.preview();
      if (answer.ok) {
        info.value = answer.value;
        host.setOwner(answer.value.owner.address);
      }
      await Promise.all([loadFolder(folder.value), countDrafts()]);
    },
  };
}

export type MailboxStore = ReturnType<typeof createMailboxStore>;

function toItem(message: PreviewMessage): MailItem {
  return { key: message.id, from: message.from, recipients: [...message.to, ...message.cc] };
}
