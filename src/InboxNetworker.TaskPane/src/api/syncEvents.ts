import { ok, type Result } from '../result';
import { followEvents } from './events';
import type { SyncStatus } from './types';

const whileReadingMs = 2_000;
const whileIdleMs = 15_000;

/**
 * Follows the reading of the mailbox: by server-sent events, and by asking while these do not come.
 * Returns the function that stops it.
 */
export function followSync(
  ask: () => Promise<Result<SyncStatus>>,
  onStatus: (status: Result<SyncStatus>) => void,
): () => void {
  let stopped = false;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;

  const poll = async () => {
    const status = await ask();
    if (stopped || pollTimer === undefined) return;
    onStatus(status);
    const reading = status.ok && status.value.running;
    pollTimer = setTimeout(() => void poll(), reading || !status.ok ? whileReadingMs : whileIdleMs);
  };
  const startPolling = () => {
    pollTimer ??= setTimeout(() => void poll(), 0);
  };
  const stopPolling = () => {
    clearTimeout(pollTimer);
    pollTimer = undefined;
  };

  const stopListening = followEvents('/api/events', 'sync', isSyncStatus, {
    open: stopPolling,
    lost: startPolling,
    value: (status) => {
      stopPolling();
      onStatus(ok(status));
    },
  });
  return () => {
    stopped = true;
    stopListening();
    stopPolling();
  };
}

function isSyncStatus(value: unknown): value is SyncStatus {
  return (
    typeof value === 'object' &&
    value !== null &&
    'running' in value &&
    typeof value.running === 'boolean' &&
    'state' in value &&
    typeof value.state === 'string' &&
    'messagesRead' in value &&
    typeof value.messagesRead === 'number' &&
    'messagesTotal' in value &&
    typeof value.messagesTotal === 'number'
  );
}
