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
  const open = signal<Result<PreviewMessageDetail> | null>(null);
  /** How many messages wait in Drafts; null while it is not known. */
  const drafts = signal<number | null>(null);
  let turn = 0;

  async function loadFolder(name: PreviewFolder): Promise<void> {
    const mine = ++turn;
    const answer = await api.previewMessages(name, top);
    if (name === 'drafts' && answer.ok) drafts.value = answer.value.items.length;
    if (mine === turn) messages.value = answer.ok ? { ok: true, value: answer.value.items } : answer;
  }

  async function loadInfo(): Promise<void> {
    const answer = await api.preview();
    if (!answer.ok) return;
    info.value = answer.value;
    host.setOwner(answer.value.owner.address);
  }

  async function select(message: PreviewMessage): Promise<void> {
    selected.value = message;
    host.select(toItem(message));
    await read(message);
  }

  async function read(message: PreviewMessage): Promise<void> {
    open.value = null;
    const answer = await api.previewMessage(message.id);
    if (selected.value === message) open.value = answer;
  }

  async function openFolder(name: PreviewFolder): Promise<void> {
    folder.value = name;
    messages.value = null;
    await Promise.all([info.value === null ? loadInfo() : undefined, loadFolder(name)]);
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
    /** Asks again for the message that is selected. */
    async readAgain() {
      if (selected.value !== null) await read(selected.value);
    },
    async start() {
      await loadInfo();
      await Promise.all([loadFolder(folder.value), countDrafts()]);
    },
  };
}

export type MailboxStore = ReturnType<typeof createMailboxStore>;

function toItem(message: PreviewMessage): MailItem {
  return { key: message.id, from: message.from, recipients: [...message.to, ...message.cc] };
}
