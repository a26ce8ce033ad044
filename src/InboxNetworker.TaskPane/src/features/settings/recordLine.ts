import type { AuditItem } from '../../api/types';
import { strings } from '../../ui/strings';

/** One line of what was read and done. */
export function recordLine(item: AuditItem, number: (value: number) => string): string {
  return strings.settings.recordLine[item.what]?.(item.count, number(item.count), number(item.times)) ?? '';
}
