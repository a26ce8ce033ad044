import type { Intent, Introduction } from '../../api/types';
import { Switch } from '../../ui/Switch';
import { strings } from '../../ui/strings';
import type { EditedDraft } from './draftStore';

interface DraftWishesProps {
  readonly draft: EditedDraft;
  readonly introductions: readonly Introduction[] | null;
  readonly fixed: boolean;
  readonly onChoose: (intent: Intent, other?: string) => void;
  readonly onContinue: (on: boolean) => void;
}

/** What the mail is for, to whom somebody is introduced, and whether the last conversation goes on. */
export function DraftWishes({ draft, introductions, fixed, onChoose, onContinue }: DraftWishesProps) {
  const { intent, intents, continues } = draft;
  return (
    <>
      <label class="draft-wish">
        {strings.draft.intent}
        <select
          class="select"
          value={intent}
          disabled={fixed}
          data-testid="draft-intent"
          onChange={(event) => {
            const chosen = intents.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) onChoose(chosen);
            // Until the text has come, or where nobody can be introduced, what is shown is what is chosen.
            event.currentTarget.value = intent;
          }}
        >
          {intents.map((one) => (
            <option key={one} value={one}>
              {strings.intents[one]}
            </option>
          ))}
        </select>
      </label>
      {introductions?.length === 0 && (
        <p class="draft-note" role="status" data-testid="no-introductions">
          {strings.draft.nobodyToIntroduce}
        </p>
      )}
      {intent === 'introduce' && introductions !== null && introductions.length > 0 && (
        <label class="draft-wish">
          {strings.draft.introduceTo}
          <select
            class="select"
            value={draft.with ?? ''}
            disabled={fixed}
            data-testid="draft-with"
            onChange={(event) => {
              onChoose('introduce', event.currentTarget.value);
            }}
          >
            {introductions.map(({ contactId, name, company, department }) => (
              <option key={contactId} value={contactId}>
                {[name, company ?? department].filter((part) => part !== null && part !== '').join(', ')}
              </option>
            ))}
          </select>
        </label>
      )}
      {continues !== null && (
        <Switch label={strings.draft.continue} on={draft.continue} onChange={onContinue} testId="draft-continue" disabled={fixed}>
          <bdi>«{continues.subject}»</bdi>
        </Switch>
      )}
    </>
  );
}
