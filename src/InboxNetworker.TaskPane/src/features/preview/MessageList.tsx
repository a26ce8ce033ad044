import type { PreviewMessage } from '../../api/types';
import { now, useFormat } from '../../ui/context';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import type { MailboxStore } from './mailboxStore';
import { nameOf, namesOf } from './names';

export function MessageList({ mailbox }: { readonly mailbox: MailboxStore }) {
  const folder = strings.preview.folder[mailbox.folder.value];
  const messages = mailbox.messages.value;
  return (
    <section class="messages" aria-labelledby="messages-heading">
      <h1 class="messages-heading" id="messages-heading">
        {folder}
      </h1>
      {messages === null && <Skeleton rows={5} />}
      {messages?.ok === false && (
        <FailureNotice failure={messages.failure} onRetry={() => void mailbox.openFolder(mailbox.folder.value)} />
      )}
      {messages?.ok === true && messages.value.length === 0 && (
        <p class="messages-empty">{strings.preview.noMessages}</p>
      )}
      {messages?.ok === true && (
        <ul class="message-list" aria-label={strings.preview.messages(folder)} data-testid="message-list">
          {messages.value.map((message) => (
            <Row key={message.id} message={message} mailbox={mailbox} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ message, mailbox }: { readonly message: PreviewMessage; readonly mailbox: MailboxStore }) {
  const format = useFormat();
  const outgoing = message.isDraft || mailbox.folder.value !== 'inbox';
  const who = outgoing ? namesOf(message.to) || strings.preview.noRecipients : nameOf(message.from);
  return (
    <li>
      <button
        type="button"
        class={message.isRead || message.isDraft ? 'message' : 'message message-unread'}
        aria-current={mailbox.selected.value?.id === message.id ? 'true' : undefined}
        data-testid="message"
        onClick={() => void mailbox.select(message)}
      >
        <span class="message-who">
          {message.isDraft && <span class="message-draft">[{strings.preview.draft}] </span>}
          <bdi>{who}</bdi>
        </span>
        <span class="message-subject">
          <bdi>{message.subject || strings.preview.noSubject}</bdi>
        </span>
        <time class="message-date" dateTime={message.at}>
          {format.messageDate(message.at, now.value)}
        </time>
      </button>
    </li>
  );
}
