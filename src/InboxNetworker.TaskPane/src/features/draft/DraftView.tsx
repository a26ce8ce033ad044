import type { ContactItem } from '../../api/types';
import type { Host } from '../../office/host';
import { copyText } from '../../ui/clipboard';
import { displayName } from '../../ui/ContactSummary';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import { ViewHead } from '../../ui/ViewHead';
import { DraftForm } from './DraftForm';
import { SavedNotice } from './SavedNotice';
import type { DraftStore } from './draftStore';
import './draft.css';

interface DraftViewProps {
  readonly store: DraftStore;
  readonly contact: ContactItem;
  readonly host: Host;
  readonly onBack: () => void;
}

export function DraftView({ store, contact, host, onBack }: DraftViewProps) {
  const state = store.state.value;

  const canOpen = host.openDraft !== null && host.place.value === 'inside';

  const save = async () => {
    const saved = await store.save();
    if (saved !== null) host.draftSaved(saved);
  };
  const copy = async (text: string) => {
    const copied = await copyText(text);
    if (copied.ok) toast(strings.draft.copied);
    else store.report(copied.failure);
  };
  const openInOutlook = async () => {
    if (host.openDraft === null || state.kind !== 'editing') return;
    const { draft } = state;
    if ((await host.openDraft(draft)).ok) {
      toast(strings.draft.opened);
      return;
    }
    // Where Outlook has no form for it, the Drafts folder has; and where that cannot be reached, the clipboard.
    const saved = await store.save();
    if (saved === null) await copy(draft.text);
    else host.draftSaved(saved);
  };

  return (
    <div class="draft" data-testid="draft-view">
      <ViewHead title={strings.draft.heading(displayName(contact))} onBack={onBack} />
      {state.kind === 'preparing' && <Skeleton rows={2} label={strings.draft.preparing} />}
      {state.kind === 'failed' && <FailureNotice failure={state.failure} onRetry={() => void store.prepare()} />}
      {state.kind === 'saved' && <SavedNotice host={host} saved={state.saved} onDone={onBack} />}
      {(state.kind === 'editing' || state.kind === 'saving' || state.kind === 'saved') && (
        <DraftForm
          draft={state.draft}
          failure={state.kind === 'editing' ? state.failure : null}
          phase={state.kind}
          onEdit={store.edit}
          onSave={() => void save()}
          onCopy={() => void copy(state.draft.text)}
          onOpenInOutlook={canOpen ? () => void openInOutlook() : null}
        />
      )}
    </div>
  );
}
