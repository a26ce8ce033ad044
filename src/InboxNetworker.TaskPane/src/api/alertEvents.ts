import { followEvents } from './events';
import type { AlertStatus } from './types';

/** Follows how many alerts there are. Returns the function that stops it. */
export function followAlerts(onStatus: (status: AlertStatus) => void): () => void {
  return followEvents('/api/alerts/events', 'alerts', isAlertStatus, { value: onStatus });
}

function isAlertStatus(value: unknown): value is AlertStatus {
  return (
    typeof value === 'object' &&
    value !== null &&
    'open' in value &&
    typeof value.open === 'number' &&
    'unseen' in value &&
    typeof value.unseen === 'number' &&
    'at' in value &&
    (value.at === null || typeof value.at === 'string')
  );
}
