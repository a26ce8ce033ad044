import { FailureNotice, WarningNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import type { SyncStore } from './syncStore';

/** A reading that stopped on an error, or was not begun, in the server's words. */
export function SyncTrouble({ store }: { readonly store: SyncStore }) {
  const status = store.status.value;
  if (store.refused.value !== null) {
    return <FailureNotice failure={store.refused.value} onRetry={() => void store.readAgain()} />;
  }
  if (status === null || status.running) return null;
  if (status.state !== 'failed') {
    return (
      <>
        {status.notices.map(({ title, detail }) => (
          <WarningNotice key={title} title={title} detail={detail} />
        ))}
      </>
    );
  }
  const { title, detail } = status.lastError ?? { title: strings.sync.failed, detail: null };
  return (
    <FailureNotice failure={{ kind: 'problem', status: 0, title, detail }} onRetry={() => void store.readAgain()} />
  );
}
