import { lazy, Suspense } from 'preact/compat';
import type { Somebody } from '../../api/types';
import type { Host } from '../../office/host';
import { copyText } from '../../ui/clipboard';
import { displayName } from '../../ui/ContactSummary';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import { ViewHead } from '../../ui/ViewHead';
import { SavedNotice } from './SavedNotice';
import type { DraftStore } from './draftStore';
import './draft.css';

/** Comes while the text is being prepared, and so is not part of what the pane loads first. */
const DraftForm = lazy(async () => (await import('./DraftForm')).DraftForm);

interface DraftViewProps {
  readonly store: DraftStore;
  readonly contact: Somebody;
  readonly host: Host;
  /** The text is on its way to somebody: saved, copied or open in Outlook. */
  readonly onWritten: () => void;
  readonly onBack: () => void;
}

export function DraftView({ store, contact, host, onWritten, onBack }: DraftViewProps) {
  const state = store.state.value;

  const canOpen = host.openDraft !== null && host.place.value === 'inside';

  const save = async () => {
    const saved = await store.save();
    if (saved === null) return false;
    host.draftSaved(saved);
    onWritten();
    return true;
  };
  const copy = async (text: string) => {
    const copied = await copyText(text);
    if (!copied.ok) {
      store.report(copied.failure);
      return;
    }
    toast(strings.draft.copied);
    onWritten();
  };
  const openInOutlook = async () => {
    if (host.openDraft === null || state.kind !== 'editing') return;
    const { draft } = state;
    if ((await host.openDraft(draft)).ok) {
      toast(strings.draft.opened);
      onWritten();
      return;
    }
    // Where Outlook has no form for it, the Drafts folder has; and where that cannot be reached, the clipboard.
    if (!(await save())) await copy(draft.text);
  };

  return (
    <div class="draft" data-testid="draft-view">
      <ViewHead title={strings.draft.heading(displayName(contact))} onBack={onBack} />
      {state.kind === 'preparing' && <Skeleton rows={2} label={strings.draft.preparing} />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void store.prepare()} />}
      {state.kind === 'saved' && <SavedNotice host={host} saved={state.saved} wasReply={state.draft.continue} onDone={onBack} />}
      {(state.kind === 'editing' || state.kind === 'saving' || state.kind === 'saved') && (
        <Suspense fallback={<Skeleton rows={2} label={strings.draft.preparing} />}>
          <DraftForm
            draft={state.draft}
            introductions={store.introductions.value}
            failure={state.kind === 'editing' ? state.failure : null}
            phase={state.kind === 'editing' && state.working ? 'working' : state.kind}
            onChoose={(intent, other) => void store.choose(intent, other)}
            onRewrite={() => void store.rewrite()}
            onTakeBack={state.kind === 'editing' && state.before !== null ? store.takeBack : null}
            onEdit={store.edit}
            onSave={() => void save()}
            onCopy={() => void copy(state.draft.text)}
            onOpenInOutlook={canOpen ? () => void openInOutlook() : null}
          />
        </Suspense>
      )}
    </div>
  );
}
