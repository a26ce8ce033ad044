import { computed, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { SyncStatus } from '../../api/types';
import type { Failure, Result } from '../../result';

/** The reading of the mailbox, as the Api last told it. */
export function createSyncStore(api: Pick<Api, 'readAgain'>) {
  const status = signal<SyncStatus | null>(null);
  const lost = signal<Failure | null>(null);
  const asking = signal(false);

  function take(next: Result<SyncStatus>): void {
    if (next.ok) {
      status.value = next.value;
      lost.value = null;
    } else {
      lost.value = next.failure;
    }
  }

  return {
    status,
    /** Why nothing is heard of the reading; null while it is. */
    lost,
    asking,
    reading: computed(() => isReading(status.value)),
    /** A reading has gone through, so an empty list is the truth. */
    complete: computed(() => status.value !== null && status.value.lastReadAt !== null),
    /** Changes whenever the list may have changed: as the reading goes on, and when the Api answers again. */
    progress: computed(() => (lost.value === null ? progressOf(status.value) : 'lost')),
    take,
    async readAgain() {
      if (asking.value) return;
      asking.value = true;
      take(await api.readAgain());
      asking.value = false;
    },
  };
}

export type SyncStore = ReturnType<typeof createSyncStore>;

function isReading(status: SyncStatus | null): boolean {
  return status !== null && (status.running || status.state === 'waiting' || status.state === 'reading');
}

function progressOf(status: SyncStatus | null): string {
  return status === null
    ? ''
    : [status.state, status.messagesRead, status.meetingsRead, status.contacts, status.lastReadAt].join(' ');
}
