import type { ComponentChildren } from 'preact';
import type { Failure } from '../result';
import { atOnce } from './atOnce';
import { Button } from './Button';
import { describe } from './failures';
import { Icon, type IconName } from './Icon';
import { strings } from './strings';

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** What is safe in spite of it. */
  readonly comfort?: string;
}

/** What happened, what to do, and a way to try again. */
export function FailureNotice({ failure, onRetry, comfort }: FailureNoticeProps) {
  const { title, detail } = describe(failure);
  return (
    <fluent-message-bar
      ref={atOnce}
      class="notice"
      role="alert"
      intent="error"
      layout="multiline"
      data-testid="failure"
    >
      <span class="notice-icon" slot="icon">
        <Icon name="warning" size={16} />
      </span>
      <strong class="notice-title">{title}</strong>
      <span class="notice-detail">
        {detail}
        {comfort !== undefined && ` ${comfort}`}
      </span>
      {onRetry !== undefined && (
        <span class="notice-action" slot="actions">
          <Button size="small" onClick={onRetry}>
            {strings.common.tryAgain}
          </Button>
        </span>
      )}
    </fluent-message-bar>
  );
}

/** Something is left out, and why. */
export function WarningNotice({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <fluent-message-bar
      ref={atOnce}
      class="notice"
      role="status"
      intent="warning"
      layout="multiline"
      data-testid="notice"
    >
      <span class="notice-icon" slot="icon">
        <Icon name="warning" size={16} />
      </span>
      <strong class="notice-title">{title}</strong>
      <span class="notice-detail">{detail}</span>
    </fluent-message-bar>
  );
}

interface QuietNoteProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
  /** What can be done about it. */
  readonly action?: ComponentChildren;
}

/** Nothing to show, said kindly. */
export function QuietNote({ icon, title, children, action }: QuietNoteProps) {
  return (
    <div class="quiet-note" data-testid="empty">
      <Icon name={icon} size={24} />
      <strong class="quiet-title">{title}</strong>
      <span class="quiet-detail">{children}</span>
      {action !== undefined && <span class="quiet-action">{action}</span>}
    </div>
  );
}
