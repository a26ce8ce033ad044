import { signal, type ReadonlySignal } from '@preact/signals';
import type { DraftInFolder, Host, MailItem } from './host';

export interface PreviewHost extends Host {
  /** What Outlook calls ItemChanged: another message is selected, or none. */
  select(item: MailItem | null): void;
  setOwner(address: string): void;
  onDraftSaved(listener: (draft: DraftInFolder) => void): () => void;
  onShowDraft(listener: (draft: DraftInFolder) => void): () => void;
}

interface Surroundings {
  readonly theme: ReadonlySignal<'light' | 'dark'>;
  readonly locale: string;
  /** Whether the shell beside the pane, with its Drafts folder, is to be seen. */
  readonly shellVisible: () => boolean;
}

export function createPreviewHost({ theme, locale, shellVisible }: Surroundings): PreviewHost {
  const item = signal<MailItem | null>(null);
  const owner = signal<string | null>(null);
  const saved = listeners<DraftInFolder>();
  const shown = listeners<DraftInFolder>();
  return {
    kind: 'preview',
    place: signal('inside' as const),
    item,
    owner,
    theme,
    locale: signal(locale),
    openDraft: null,
    tell() {
      // The preview has no bar over its messages.
    },
    draftSaved: saved.tell,
    canShowDraft: shellVisible,
    showDraft: shown.tell,
    select(next) {
      item.value = next;
    },
    setOwner(address) {
      owner.value = address.toLowerCase();
    },
    onDraftSaved: saved.add,
    onShowDraft: shown.add,
  };
}

function listeners<T>() {
  const all = new Set<(value: T) => void>();
  const add = (listener: (value: T) => void) => {
    all.add(listener);
    return () => {
      all.delete(listener);
    };
  };
  const tell = (value: T) => {
    for (const listener of all) listener(value);
  };
  return { add, tell };
}
