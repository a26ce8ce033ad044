import { signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { Draft, DraftWish, Intent, Introduction, SavedDraft } from '../../api/types';
import type { Failure, Result } from '../../result';

export interface EditedDraft extends Omit<Draft, 'html'> {
  /** To whom they are introduced. */
  readonly with: string | null;
  /** As a reply in the last conversation. */
  readonly continue: boolean;
}

export type DraftState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'editing';
      readonly draft: EditedDraft;
      readonly failure: Failure | null;
      /** Another text is on its way. */
      readonly working: boolean;
      /** What stood there before the AI writer's words; null where these do not stand there. */
      readonly before: EditedDraft | null;
    }
  | { readonly kind: 'saving'; readonly draft: EditedDraft }
  | { readonly kind: 'saved'; readonly draft: EditedDraft; readonly saved: SavedDraft };

type DraftApi = Pick<Api, 'draft' | 'saveDraft' | 'introductions'>;
type Edit = Partial<Pick<EditedDraft, 'subject' | 'text' | 'continue'>>;

/** The draft to one person, from the first proposal to the Drafts folder; neither a failure nor another intent costs the text. */
export function createDraftStore(api: DraftApi, contactId: string) {
  const state = signal<DraftState>({ kind: 'preparing' });
  /** Whom they can be introduced to; null until somebody asks. */
  const introductions = signal<readonly Introduction[] | null>(null);
  /** The text of each intent as it was left. */
  const left = new Map<string, EditedDraft>();
  let turn = 0;

  async function prepare(): Promise<void> {
    state.value = { kind: 'preparing' };
    const answer = await api.draft(contactId);
    state.value = answer.ok
      ? { kind: 'editing', draft: edited(answer.value, {}), failure: null, working: false, before: null }
      : { kind: 'failed', failure: answer.failure };
  }

  /** Another text in place of the one shown, which is kept until it comes. */
  async function replace(wish: DraftWish, ask: () => Promise<Result<Draft>>): Promise<void> {
    const current = state.value;
    if (current.kind !== 'editing') return;
    left.set(keyOf(current.draft), current.draft);
    const mine = ++turn;
    state.value = { ...current, working: true, failure: null };
    const answer = await ask();
    const now = state.peek();
    if (mine !== turn || now.kind !== 'editing') return;
    if (!answer.ok) {
      state.value = { ...now, failure: answer.failure, working: false };
      return;
    }
    const draft = edited(answer.value, wish);
    const rewritten = wish.writer === true;
    state.value = {
      kind: 'editing',
      draft: rewritten ? { ...draft, continue: now.draft.continue } : draft,
      failure: null,
      working: false,
      before: rewritten ? (now.before ?? now.draft) : null,
    };
  }

  function restore(key: string): boolean {
    const [current, before] = [state.value, left.get(key)];
    if (current.kind !== 'editing' || before === undefined) return false;
    left.set(keyOf(current.draft), current.draft);
    turn++;
    state.value = { kind: 'editing', draft: before, failure: null, working: false, before: null };
    return true;
  }

  async function choose(intent: Intent, other?: string): Promise<void> {
    const wish: DraftWish = other === undefined ? { intent } : { intent, with: other };
    if (intent !== 'introduce' || other !== undefined) {
      if (!restore(keyOf({ intent, with: other ?? null }))) await replace(wish, () => api.draft(contactId, wish));
      return;
    }
    const known = introductions.value;
    const first = known?.[0]?.contactId;
    if (first !== undefined) {
      await choose(intent, first);
      return;
    }
    await askIntroductions();
    const found = introductions.value?.[0]?.contactId;
    if (found !== undefined) await choose(intent, found);
  }

  async function askIntroductions(): Promise<void> {
    const current = state.value;
    if (current.kind !== 'editing') return;
    state.value = { ...current, working: true, failure: null };
    const answer = await api.introductions(contactId);
    const now = state.peek();
    if (now.kind !== 'editing') return;
    if (answer.ok) introductions.value = answer.value.items;
    state.value = { ...now, working: false, failure: answer.ok ? null : answer.failure };
  }

  return {
    state,
    introductions,
    prepare,
    /** What the mail is for; an introduction begins with the first who can be introduced. */
    choose,
    /** The AI writer's words in place of the template's. */
    async rewrite(): Promise<void> {
      const current = state.value;
      if (current.kind !== 'editing') return;
      const { intent, with: other } = current.draft;
      const wish: DraftWish = other === null ? { intent, writer: true } : { intent, with: other, writer: true };
      await replace(wish, () => api.draft(contactId, wish));
    },
    /** The text as it was before the AI writer's words. */
    takeBack: (): void => {
      const current = state.value;
      if (current.kind === 'editing' && current.before !== null && !current.working)
        state.value = { kind: 'editing', draft: { ...current.before, continue: current.draft.continue }, failure: null, working: false, before: null };
    },
    edit: (change: Edit) => {
      const current = state.value;
      if (current.kind === 'editing' && !current.working)
        state.value = { ...current, draft: { ...current.draft, ...change } };
    },
    /** The draft in the folder, or null when it could not be saved. */
    async save(): Promise<SavedDraft | null> {
      const current = state.value;
      if (current.kind !== 'editing' || current.working) return null;
      const { draft, before } = current;
      state.value = { kind: 'saving', draft };
      const { subject, text, to } = draft;
      const answer = await api.saveDraft(contactId, { subject, text, to, continue: draft.continue });
      if (answer.ok) {
        state.value = { kind: 'saved', draft, saved: answer.value };
        return answer.value;
      }
      state.value = { kind: 'editing', draft, failure: answer.failure, working: false, before };
      return null;
    },
    report(failure: Failure) {
      const current = state.value;
      if (current.kind === 'editing') state.value = { ...current, failure };
    },
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;

function keyOf({ intent, with: other }: Pick<EditedDraft, 'intent' | 'with'>): string {
  return `${intent} ${other ?? ''}`;
}

function edited({ html: _, ...draft }: Draft, wish: DraftWish): EditedDraft {
  return { ...draft, with: wish.with ?? null, continue: draft.continues?.suggested === true };
}

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
