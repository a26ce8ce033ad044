import type { ReadonlySignal } from '@preact/signals';
import type { Result } from '../result';

export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** What the pane may know of the open message or appointment: who, never what it says. */
export interface MailItem {
  /** Differs between any two items that are opened one after the other. */
  readonly key: string;
  /** Null while the user is writing it. */
  readonly from: MailPerson | null;
  /** To, then cc; an appointment's attendees. */
  readonly recipients: readonly MailPerson[];
}

export interface OpenDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface DraftInFolder {
  readonly id: string;
  readonly webLink: string | null;
}

/** What the pane stands in: Outlook, or the preview. */
export interface Host {
  readonly kind: 'outlook' | 'preview';
  /** `outside`: the page was opened without Outlook around it. */
  readonly place: ReadonlySignal<'arriving' | 'inside' | 'outside'>;
  readonly item: ReadonlySignal<MailItem | null>;
  /** The mailbox's own address, in lower case; null while it is not known. */
  readonly owner: ReadonlySignal<string | null>;
  readonly theme: ReadonlySignal<'light' | 'dark'>;
  /** As in «de-AT»; Outlook tells its own when it is ready. */
  readonly locale: ReadonlySignal<string>;
  /** Opens a new message form with the draft in it; null where there is none. */
  readonly openDraft: ((draft: OpenDraft) => Promise<Result<true>>) | null;
  /** Says a sentence over the open item, once; null takes it away. Nothing happens where Outlook has no such place. */
  tell(text: string | null): void;
  /** Tells that a draft has come into the Drafts folder. */
  draftSaved(draft: DraftInFolder): void;
  canShowDraft(draft: DraftInFolder): boolean;
  showDraft(draft: DraftInFolder): void;
}
