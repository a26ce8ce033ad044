import type { PreviewMessage } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { FailureNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import type { MailboxStore } from './mailboxStore';
import { nameOf, namesOf } from './names';

export function ReadingPane({ mailbox }: { readonly mailbox: MailboxStore }) {
  const message = mailbox.selected.value;
  return (
    <section class="reading" aria-label={strings.preview.readingPane} data-testid="reading-pane">
      {message === null ? (
        <div class="reading-nothing">
          <Icon name="mail" size={24} />
          {strings.preview.nothingSelected}
        </div>
      ) : (
        <Opened message={message} mailbox={mailbox} />
      )}
    </section>
  );
}

function Opened({ message, mailbox }: { readonly message: PreviewMessage; readonly mailbox: MailboxStore }) {
  const format = useFormat();
  const { from } = message;
  return (
    <article class="reading-message">
      <h2 class="reading-subject">
        <bdi>{message.subject || strings.preview.noSubject}</bdi>
      </h2>
      <div class="reading-head">
        {from !== null && <Avatar name={from.name} address={from.address} size={40} />}
        <dl class="reading-people">
          {from !== null && <Line name={strings.preview.from} value={`${nameOf(from)} <${from.address}>`} />}
          <Line name={strings.preview.to} value={namesOf(message.to) || strings.preview.noRecipients} />
          {message.cc.length > 0 && <Line name={strings.preview.cc} value={namesOf(message.cc)} />}
        </dl>
        <time class="reading-date" dateTime={message.at}>
          {format.moment(message.at)}
        </time>
      </div>
      {message.isDraft ? (
        <DraftBody mailbox={mailbox} />
      ) : (
        <p class="reading-note">{strings.preview.noBody}</p>
      )}
    </article>
  );
}

function DraftBody({ mailbox }: { readonly mailbox: MailboxStore }) {
  const answer = mailbox.open.value;
  if (answer?.ok === false) {
    return <FailureNotice failure={answer.failure} onRetry={() => void mailbox.readAgain()} />;
  }
  return (
    <div class="reading-text" data-testid="draft-body">
      {answer?.value.text}
    </div>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class="reading-line">
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
