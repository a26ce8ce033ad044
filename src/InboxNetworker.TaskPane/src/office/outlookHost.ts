import { signal, type ReadonlySignal } from '@preact/signals';
import { fail, ok, type Result } from '../result';
import type { DraftInFolder, Host, MailItem, OpenDraft } from './host';
import { officeReady } from './officeReady';
import { createInfoBar } from './infoBar';
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
  const locale = signal(navigator.language);
  const bar = createInfoBar();
  const stopFollowingSystem = systemTheme.subscribe((next) => {
    theme.value = next;
  });

  let opened = 0;
  const readOpenItem = async () => {
    const turn = ++opened;
    const open = Office.context.mailbox.item;
    bar.leave();
    const read = open ? await readItem(open, String(turn)) : null;
    if (turn === opened) item.value = read;
  };

  officeReady((inside) => {
    place.value = inside ? 'inside' : 'outside';
    if (!inside) return;
    locale.value = Office.context.displayLanguage || locale.value;
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
    locale,
    openDraft,
    tell(text) {
      if (place.value === 'inside') bar.tell(text);
    },
    draftSaved() {
      // Outlook notices by itself what comes into its Drafts folder.
    },
    canShowDraft: (draft) => draft.webLink !== null,
    showDraft(draft: DraftInFolder) {
      if (draft.webLink !== null) window.open(draft.webLink, '_blank', 'noopener');
    },
  };
}

/** Of Outlook's form: https://learn.microsoft.com/javascript/api/outlook/office.mailbox#outlook-office-mailbox-displaynewmessageform-member(1) */
const most = { recipients: 100, subject: 255, htmlBytes: 32 * 1024 };

/** By the newer call or the older one; no Outlook has either while something is written, and a phone has neither. */
function openDraft({ to, subject, text }: OpenDraft): Promise<Result<true>> {
  const form = { toRecipients: [...to], subject, htmlBody: toHtml(text) };
  const fits =
    to.length <= most.recipients &&
    subject.length <= most.subject &&
    new TextEncoder().encode(form.htmlBody).length <= most.htmlBytes;
  return new Promise((resolve) => {
    try {
      const mailbox = Office.context.mailbox as Partial<Office.Mailbox>;
      const knows = (version: string) => Office.context.requirements.isSetSupported('Mailbox', version);
      if (!fits) {
        resolve(fail({ kind: 'host' }));
      } else if (knows('1.9') && mailbox.displayNewMessageFormAsync !== undefined) {
        mailbox.displayNewMessageFormAsync(form, (answer: Office.AsyncResult<void>) => {
          resolve(answer.status === Office.AsyncResultStatus.Succeeded ? ok(true) : fail({ kind: 'host' }));
        });
      } else if (knows('1.6') && mailbox.displayNewMessageForm !== undefined) {
        mailbox.displayNewMessageForm(form);
        resolve(ok(true));
      } else {
        resolve(fail({ kind: 'host' }));
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
