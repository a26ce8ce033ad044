import { useEffect, useRef } from 'preact/hooks';
import type { SavedDraft } from '../../api/types';
import type { Host } from '../../office/host';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';

interface SavedNoticeProps {
  readonly host: Host;
  readonly saved: SavedDraft;
  /** It was meant as a reply. */
  readonly wasReply: boolean;
  readonly onDone: () => void;
}

export function SavedNotice({ host, saved, wasReply, onDone }: SavedNoticeProps) {
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, []);
  return (
    <fluent-message-bar
      ref={notice}
      class="notice"
      role="status"
      tabIndex={-1}
      intent="success"
      layout="multiline"
      data-testid="draft-saved"
    >
      <span class="notice-icon" slot="icon">
        <Icon name="check" size={16} />
      </span>
      <strong class="notice-title">{strings.draft.savedTitle}</strong>
      <span class="notice-detail">
        {strings.draft.savedDetail}
        {wasReply && !saved.continued && ` ${strings.draft.savedAnew}`}
      </span>
      <span class="notice-action" slot="actions">
        {host.canShowDraft(saved) && (
          <Button
            size="small"
            onClick={() => {
              host.showDraft(saved);
            }}
          >
            {strings.draft.showSaved}
          </Button>
        )}
        <Button size="small" onClick={onDone}>
          {strings.draft.done}
        </Button>
      </span>
    </fluent-message-bar>
  );
}
