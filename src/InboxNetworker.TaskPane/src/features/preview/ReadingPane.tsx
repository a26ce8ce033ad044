import type { PreviewMessage } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
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
        <Opened message={message} text={mailbox.open.value?.text ?? null} />
      )}
    </section>
  );
}

function Opened({ message, text }: { readonly message: PreviewMessage; readonly text: string | null }) {
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
        <div class="reading-text" data-testid="draft-body">
          {text}
        </div>
      ) : (
        <p class="reading-note">{strings.preview.noBody}</p>
      )}
    </article>
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
