import { Button } from '../../ui/Button';
import { now, useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';
import { SyncProgress } from './SyncProgress';
import type { SyncStore } from './syncStore';
import './sync.css';

/**
 * How far the reading is; then when the mailbox was last read, and the way to read it again. It has one height,
 * so that nothing moves.
 */
export function SyncFooter({ store }: { readonly store: SyncStore }) {
  const format = useFormat();
  const status = store.status.value;
  if (store.lost.value !== null) {
    return (
      <footer class="sync-footer" data-testid="sync-lost">
        {strings.sync.lost}
      </footer>
    );
  }
  if (status === null) return <footer class="sync-footer" />;
  if (store.reading.value) {
    return (
      <footer class="sync-footer">
        <SyncProgress status={status} />
      </footer>
    );
  }
  const at = status.lastReadAt;
  return (
    <footer class="sync-footer" data-testid="sync-footer">
      <span title={at === null ? undefined : format.moment(at)}>
        {at === null ? strings.sync.neverRead : strings.sync.read(format.ago(at, now.value))}
      </span>
      <Button size="small" appearance="transparent" busy={store.asking.value} onClick={() => void store.readAgain()}>
        <Icon name="refresh" slot="start" size={16} />
        {strings.sync.readAgain}
      </Button>
    </footer>
  );
}
