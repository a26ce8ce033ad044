import type { Failure } from '../../result';
import { Button } from '../../ui/Button';
import { FailureNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import type { EditedDraft } from './draftStore';

interface DraftFormProps {
  readonly draft: EditedDraft;
  readonly failure: Failure | null;
  readonly phase: 'editing' | 'saving' | 'saved';
  readonly onEdit: (change: Partial<Pick<EditedDraft, 'subject' | 'text'>>) => void;
  readonly onSave: () => void;
  readonly onCopy: () => void;
  readonly onOpenInOutlook: (() => void) | null;
}

export function DraftForm({ draft, failure, phase, onEdit, onSave, onCopy, onOpenInOutlook }: DraftFormProps) {
  const fixed = phase !== 'editing';
  return (
    <div class="draft-form">
      <div class="draft-to">
        <span class="field-label" id="draft-to-label">
          {strings.draft.to}
        </span>
        <span class="draft-recipients" aria-labelledby="draft-to-label" role="group" data-testid="draft-to">
          <bdi>{draft.to.join('; ')}</bdi>
        </span>
      </div>
      <fluent-text-input
        class="draft-subject"
        value={draft.subject}
        readOnly={fixed}
        data-testid="draft-subject"
        onInput={(event) => {
          onEdit({ subject: event.currentTarget.value });
        }}
      >
        {strings.draft.subject}
      </fluent-text-input>
      <fluent-textarea
        class="draft-text"
        value={draft.text}
        readOnly={fixed}
        resize="vertical"
        block
        data-testid="draft-text"
        onInput={(event) => {
          onEdit({ text: event.currentTarget.value });
        }}
      >
        <span slot="label">{strings.draft.message}</span>
      </fluent-textarea>
      {failure !== null && <FailureNotice failure={failure} comfort={strings.draft.notSaved} />}
      {phase !== 'saved' && (
        <>
          <div class="draft-actions">
            <Button appearance="primary" busy={phase === 'saving'} onClick={onSave} testId="save-draft">
              {phase === 'saving' ? strings.draft.saving : strings.draft.save}
            </Button>
            {onOpenInOutlook !== null && <Button onClick={onOpenInOutlook}>{strings.draft.openInOutlook}</Button>}
            <Button appearance="subtle" onClick={onCopy}>
              {strings.draft.copy}
            </Button>
          </div>
          <p class="draft-note">{strings.draft.nothingSent}</p>
        </>
      )}
    </div>
  );
}
