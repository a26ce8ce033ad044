import type { Intent, Introduction } from '../../api/types';
import type { Failure } from '../../result';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { FailureNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import { DraftWishes } from './DraftWishes';
import type { EditedDraft } from './draftStore';
import { toFillIn } from './toFillIn';

interface DraftFormProps {
  readonly draft: EditedDraft;
  readonly introductions: readonly Introduction[] | null;
  readonly failure: Failure | null;
  readonly phase: 'editing' | 'working' | 'saving' | 'saved';
  readonly onChoose: (intent: Intent, other?: string) => void;
  readonly onRewrite: () => void;
  /** Back to what stood there before the AI writer's words; null where there is no way back. */
  readonly onTakeBack: (() => void) | null;
  readonly onEdit: (change: Partial<Pick<EditedDraft, 'subject' | 'text' | 'continue'>>) => void;
  readonly onSave: () => void;
  readonly onCopy: () => void;
  readonly onOpenInOutlook: (() => void) | null;
}

export function DraftForm({ draft, introductions, failure, phase, onChoose, onRewrite, onTakeBack, onEdit, onSave, onCopy, onOpenInOutlook }: DraftFormProps) {
  const fixed = phase !== 'editing';
  const open = toFillIn(draft.text);
  return (
    <div class="draft-form" aria-busy={phase === 'working'}>
      {phase !== 'saved' && (
        <DraftWishes
          draft={draft}
          introductions={introductions}
          fixed={fixed}
          onChoose={onChoose}
          onContinue={(on) => {
            onEdit({ continue: on });
          }}
        />
      )}
      <div class="draft-to">
        <span class="field-label" id="draft-to-label">
          {strings.draft.to}
        </span>
        <span class="draft-recipients" aria-labelledby="draft-to-label" role="group" data-testid="draft-to">
          <bdi>{draft.to.join('; ')}</bdi>
        </span>
      </div>
      {!draft.continue && (
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
      )}
      <Author draft={draft} />
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
      {phase === 'editing' && open.length > 0 && (
        <p class="draft-note" data-testid="draft-open">
          {strings.draft.fillIn(open.join(', '))}
        </p>
      )}
      {failure !== null && <FailureNotice failure={failure} comfort={strings.draft.notSaved} />}
      {phase !== 'saved' && (
        <>
          <div class="draft-actions">
            <Button appearance="primary" busy={phase === 'saving'} onClick={onSave} testId="save-draft">
              {phase === 'saving' ? strings.draft.saving : strings.draft.save}
            </Button>
            {onOpenInOutlook !== null && !draft.continue && (
              <Button onClick={onOpenInOutlook}>{strings.draft.openInOutlook}</Button>
            )}
            <Button appearance="subtle" onClick={onCopy}>
              {strings.draft.copy}
            </Button>
            {onTakeBack !== null && (
              <Button appearance="subtle" onClick={onTakeBack} testId="draft-take-back">
                {strings.draft.takeBack}
              </Button>
            )}
            {draft.canRewrite && (
              <Button appearance="subtle" busy={phase === 'working'} onClick={onRewrite} testId="draft-rewrite">
                {strings.draft.rewrite}
              </Button>
            )}
          </div>
          <p class="draft-note">{strings.draft.nothingSent}</p>
        </>
      )}
    </div>
  );
}

/** Who wrote the text, where it was not the template the owner expects. */
function Author({ draft }: { readonly draft: EditedDraft }) {
  const { writtenBy, templateFault } = draft;
  return (
    <>
      {writtenBy === 'ai' && (
        <p class="draft-author draft-ai" role="status" data-testid="written-by-ai">
          <Icon name="info" size={16} />
          <span>
            <strong>{strings.draft.byAi}</strong> {strings.draft.byAiDetail}
          </span>
        </p>
      )}
      {writtenBy === 'templateInstead' && (
        <p class="draft-author" role="status" data-testid="template-instead">
          {strings.draft.templateInstead}
        </p>
      )}
      {templateFault !== null && (
        <p class="draft-author" role="status" data-testid="template-fault">
          {strings.draft.templateFault(templateFault)}
        </p>
      )}
    </>
  );
}
