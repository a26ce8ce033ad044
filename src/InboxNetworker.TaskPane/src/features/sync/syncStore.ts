import { computed, signal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { SyncStatus } from '../../api/types';
import type { Failure, Result } from '../../result';

/** The reading of the mailbox, as the Api last told it. */
export function createSyncStore(api: Pick<Api, 'readAgain'>) {
  const status = signal<SyncStatus | null>(null);
  const lost = signal<Failure | null>(null);
  const asking = signal(false);
  const refused = signal<Failure | null>(null);

  function take(next: Result<SyncStatus>): void {
    if (next.ok) {
      if (progressOf(next.value) !== progressOf(status.value)) refused.value = null;
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
    /** Why the last wish to read again was not taken up; null once something new is heard of the reading. */
    refused,
    reading: computed(() => isReading(status.value)),
    /** A reading has gone through, so an empty list is the truth. */
    complete: computed(() => status.value !== null && status.value.lastReadAt !== null),
    /** Everything was erased, and nothing is read until the owner wants it. */
    erased: computed(() => status.value?.state === 'erased'),
    /** The mailbox has never been read to the end: what is known of a person may not be all. */
    partial: computed(() => status.value !== null && status.value.lastReadAt === null),
    /** Changes whenever the list may have changed: as the reading goes on, and when the Api answers again. */
    progress: computed(() => (lost.value === null ? progressOf(status.value) : 'lost')),
    take,
    async readAgain() {
      if (asking.value) return;
      asking.value = true;
      const answer = await api.readAgain();
      if (answer.ok) take(answer);
      refused.value = answer.ok ? null : answer.failure;
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
