import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** The end of a sign-in window: hands the answer to the pane that opened it, and closes. */
export function handOver(): void {
  // Opened by itself, there is nothing to hand over.
  broadcastResponseToMainFrame().catch(() => undefined);
}
