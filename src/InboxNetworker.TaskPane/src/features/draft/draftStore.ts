import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { SavedDraft } from '../../api/types';
import type { Failure } from '../../result';

export interface EditedDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export type DraftState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'editing'; readonly draft: EditedDraft; readonly failure: Failure | null }
  | { readonly kind: 'saving'; readonly draft: EditedDraft }
  | { readonly kind: 'saved'; readonly draft: EditedDraft; readonly saved: SavedDraft };

type DraftApi = Pick<Api, 'draft' | 'saveDraft'>;

/** The draft to one person, from the first proposal to the Drafts folder; a failure never costs the text. */
export function createDraftStore(api: DraftApi, contactId: string) {
  const state = signal<DraftState>({ kind: 'preparing' });

  async function prepare(): Promise<void> {
    state.value = { kind: 'preparing' };
    const answer = await api.draft(contactId);
    state.value = answer.ok
      ? { kind: 'editing', draft: answer.value, failure: null }
      : { kind: 'failed', failure: answer.failure };
  }

  return {
    state,
    prepare,
    edit: (change: Partial<Pick<EditedDraft, 'subject' | 'text'>>) => {
      const current = state.value;
      if (current.kind === 'editing') state.value = { ...current, draft: { ...current.draft, ...change } };
    },
    /** The draft in the folder, or null when it could not be saved. */
    async save(): Promise<SavedDraft | null> {
      const current = state.value;
      if (current.kind !== 'editing') return null;
      const { draft } = current;
      state.value = { kind: 'saving', draft };
      const answer = await api.saveDraft(contactId, { subject: draft.subject, text: draft.text });
      if (answer.ok) {
        state.value = { kind: 'saved', draft, saved: answer.value };
        return answer.value;
      }
      state.value = { kind: 'editing', draft, failure: answer.failure };
      return null;
    },
    report(failure: Failure) {
      const current = state.value;
      if (current.kind === 'editing') state.value = { ...current, failure };
    },
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;

/** The drafts begun since the pane was opened: going back and coming again finds the text as it was left. */
export function createDrafts(api: DraftApi) {
  const begun = new Map<string, DraftStore>();
  return {
    of(contactId: string): DraftStore {
      const known = begun.get(contactId);
      if (known !== undefined && known.state.value.kind !== 'saved') return known;
      const fresh = createDraftStore(api, contactId);
      begun.set(contactId, fresh);
      void fresh.prepare();
      return fresh;
    },
  };
}
