import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Api } from '../../api/client';
import type { AuditItem } from '../../api/types';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/context';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import { recordLine } from './recordLine';

export type RecordApi = Pick<Api, 'audit'>;

const AtOnce = 5;

/** What was read and done and when, the newest first. */
export function OwnRecord({ api }: { readonly api: RecordApi }) {
  const format = useFormat();
  const items = useSignal<readonly AuditItem[]>([]);
  const cursor = useSignal<string | null>(null);
  const more = async () => {
    const page = await api.audit(cursor.value === null ? { limit: AtOnce } : { limit: 20, cursor: cursor.value });
    if (!page.ok) {
      toast(describe(page.failure).title);
      return;
    }
    items.value = [...items.value, ...page.value.items];
    cursor.value = page.value.cursor;
  };
  useEffect(() => {
    void more();
  }, []);
  return (
    <section data-testid="record">
      <h2>{strings.settings.record}</h2>
      <p class="card-line">{items.value.length === 0 ? strings.settings.recordNone : strings.settings.recordDetail}</p>
      {items.value.length > 0 && (
        <ul class="record">
          {items.value.map((item, place) => (
            <li key={place}>
              <span>{recordLine(item, format.number)}</span>
              <time dateTime={item.at}>{format.moment(item.at)}</time>
            </li>
          ))}
        </ul>
      )}
      {cursor.value !== null && <Button onClick={() => void more()}>{strings.settings.recordMore}</Button>}
    </section>
  );
}
