import type { ComponentChildren } from 'preact';
import { Avatar } from '../../ui/Avatar';
import { strings } from '../../ui/strings';
import { Folders } from './Folders';
import { MessageList } from './MessageList';
import { ReadingPane } from './ReadingPane';
import type { MailboxStore } from './mailboxStore';
import './preview.css';

interface ShellProps {
  readonly mailbox: MailboxStore;
  /** The task pane. */
  readonly children: ComponentChildren;
}

/** What surrounds the task pane in Outlook, so far as the preview needs it. */
export function Shell({ mailbox, children }: ShellProps) {
  const info = mailbox.info.value;
  return (
    <div class="shell">
      <header class="shell-bar">
        <span class="shell-label" data-testid="preview-label">
          {info?.label ?? strings.preview.label}
        </span>
        {info !== null && (
          <span class="shell-owner">
            <span class="shell-owner-name">{info.owner.name}</span>
            <Avatar name={info.owner.name} address={info.owner.address} size={24} />
          </span>
        )}
      </header>
      <Folders mailbox={mailbox} />
      <MessageList mailbox={mailbox} />
      <ReadingPane mailbox={mailbox} />
      <main class="shell-pane" aria-label={strings.product}>
        <div class="shell-pane-title">
          <img src="/assets/icons/icon-32.png" alt="" width="16" height="16" />
          {strings.product}
        </div>
        <div class="shell-pane-body">{children}</div>
      </main>
    </div>
  );
}
