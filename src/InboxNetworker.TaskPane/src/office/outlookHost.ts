import { signal, type ReadonlySignal } from '@preact/signals';
import { fail, ok, type Result } from '../result';
import type { DraftInFolder, Host, MailItem, OpenDraft } from './host';
import { officeReady } from './officeReady';
import { readItem } from './outlookItem';
import { followOfficeTheme } from './outlookTheme';

/**
 * Returns at once, so that the list need not wait for Outlook; the item, the owner and the theme
 * come when Office.js is ready.
 */
export function createOutlookHost(systemTheme: ReadonlySignal<'light' | 'dark'>): Host {
  const place = signal<'arriving' | 'inside' | 'outside'>('arriving');
  const item = signal<MailItem | null>(null);
  const owner = signal<string | null>(null);
  const theme = signal(systemTheme.value);
  const stopFollowingSystem = systemTheme.subscribe((next) => {
    theme.value = next;
  });

  let opened = 0;
  const readOpenItem = async () => {
    const turn = ++opened;
    const open = Office.context.mailbox.item;
    const read = open ? await readItem(open, String(turn)) : null;
    if (turn === opened) item.value = read;
  };

  officeReady((inside) => {
    place.value = inside ? 'inside' : 'outside';
    if (!inside) return;
    owner.value = Office.context.mailbox.userProfile.emailAddress.toLowerCase();
    if (Office.context.officeTheme as Office.OfficeTheme | undefined) stopFollowingSystem();
    followOfficeTheme(theme);
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => void readOpenItem());
    void readOpenItem();
  });

  return {
    kind: 'outlook',
    place,
    item,
    owner,
    theme,
    locale: navigator.language,
    openDraft,
    draftSaved() {
      // Outlook notices by itself what comes into its Drafts folder.
    },
    canShowDraft: (draft) => draft.webLink !== null,
    showDraft(draft: DraftInFolder) {
      if (draft.webLink !== null) window.open(draft.webLink, '_blank', 'noopener');
    },
  };
}

function openDraft({ to, subject, text }: OpenDraft): Promise<Result<true>> {
  const form = { toRecipients: [...to], subject, htmlBody: toHtml(text) };
  return new Promise((resolve) => {
    try {
      const { mailbox } = Office.context;
      if (Office.context.requirements.isSetSupported('Mailbox', '1.9')) {
        mailbox.displayNewMessageFormAsync(form, (answer: Office.AsyncResult<void>) => {
          resolve(answer.status === Office.AsyncResultStatus.Succeeded ? ok(true) : fail({ kind: 'host' }));
        });
      } else {
        mailbox.displayNewMessageForm(form);
        resolve(ok(true));
      }
    } catch {
      resolve(fail({ kind: 'host' }));
    }
  });
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The form takes HTML only; the draft is edited as text. */
export function toHtml(text: string): string {
  const safe = text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
  return safe
    .split(/\r?\n\r?\n/)
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}
