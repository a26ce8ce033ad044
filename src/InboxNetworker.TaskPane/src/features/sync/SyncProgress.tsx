import { useEffect, useState } from 'preact/hooks';
import type { SyncStatus } from '../../api/types';
import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';

/** A screen reader hears how far it is at most this often. */
const announceEveryMs = 10_000;

export function SyncProgress({ status }: { readonly status: SyncStatus }) {
  const format = useFormat();
  const total = status.messagesTotal;
  const read = total > 0 ? Math.min(status.messagesRead, total) : status.messagesRead;
  const text =
    status.waitingUntil !== null
      ? strings.sync.waiting(format.clock(status.waitingUntil))
      : total === 0 && read === 0
        ? strings.sync.starting
        : strings.sync.reading(read, total, format.number(read), format.number(total));
  return (
    <section class="sync-progress" aria-label={strings.sync.progress} data-testid="sync-progress">
      <div class="sync-text">{text}</div>
      <fluent-progress-bar
        role="progressbar"
        aria-label={strings.sync.progress}
        aria-valuemin={0}
        aria-valuemax={total > 0 ? total : undefined}
        aria-valuenow={total > 0 ? read : undefined}
        aria-valuetext={text}
        max={total > 0 ? total : undefined}
        value={total > 0 ? read : undefined}
        shape="rounded"
      />
      <Announcement text={text} />
    </section>
  );
}

function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState({ text, at: Date.now() });
  useEffect(() => {
    const wait = Math.max(0, said.at + announceEveryMs - Date.now());
    if (text === said.text) return undefined;
    const timer = setTimeout(() => {
      setSaid({ text, at: Date.now() });
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [text, said]);
  return (
    <div class="visually-hidden" role="status">
      {said.text}
    </div>
  );
}
