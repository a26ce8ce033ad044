import { ok, type Result } from '../result';
import type { SyncStatus } from './types';

const whileReadingMs = 2_000;
const whileIdleMs = 15_000;
const reconnectMs = 15_000;

/**
 * Follows the reading of the mailbox: by server-sent events, and by asking while these do not come.
 * Returns the function that stops it.
 */
export function followSync(
  ask: () => Promise<Result<SyncStatus>>,
  onStatus: (status: Result<SyncStatus>) => void,
): () => void {
  let stopped = false;
  let source: EventSource | null = null;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;

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

  const listen = () => {
    source = new EventSource('/api/events');
    source.addEventListener('open', stopPolling);
    source.addEventListener('sync', (event: MessageEvent<unknown>) => {
      const status = parse(event.data);
      if (status !== null) {
        stopPolling();
        onStatus(ok(status));
      }
    });
    source.addEventListener('error', () => {
      startPolling();
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(reconnectTimer);
        reconnectTimer = setTimeout(listen, reconnectMs);
      }
    });
  };

  listen();
  return () => {
    stopped = true;
    source?.close();
    stopPolling();
    clearTimeout(reconnectTimer);
  };
}

function parse(data: unknown): SyncStatus | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    return isSyncStatus(value) ? value : null;
  } catch {
    return null;
  }
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
