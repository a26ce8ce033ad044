import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Api } from '../../api/client';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/context';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';

export type KeepingApi = Pick<Api, 'retention' | 'retain' | 'forgotten' | 'remember'>;

const Offered = [1, 2, 3, 5, 10];

/** How long single messages are kept, and the way back for whoever was forgotten. */
export function Keeping({ api }: { readonly api: KeepingApi }) {
  const format = useFormat();
  const years = useSignal<number | null>(null);
  const forgotten = useSignal(0);
  const address = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void api.retention().then((kept) => {
      if (kept.ok) years.value = kept.value.years;
    });
    void api.forgotten().then((count) => {
      if (count.ok) forgotten.value = count.value.addresses;
    });
  }, []);
  const retain = async (wanted: number) => {
    const kept = await api.retain(wanted);
    toast(kept.ok ? strings.settings.retained : describe(kept.failure).title);
    if (kept.ok) years.value = kept.value.years;
  };
  const remember = async () => {
    const count = await api.remember(address.current?.value.trim() ?? '');
    toast(count.ok ? strings.settings.remembered : describe(count.failure).title);
    if (count.ok) forgotten.value = count.value.addresses;
  };
  const kept = years.value;
  if (kept === null) return null;
  return (
    <>
      <section data-testid="retention">
        <h2>{strings.settings.retention}</h2>
        <select
          class="select"
          aria-label={strings.settings.retention}
          value={String(kept)}
          onChange={(event) => void retain(Number(event.currentTarget.value))}
        >
          {[...new Set([...Offered, ...(kept > 0 ? [kept] : [])])]
            .sort((a, b) => a - b)
            .map((n) => (
              <option key={n} value={String(n)}>
                {strings.settings.retentionYears(format.number(n))}
              </option>
            ))}
          <option value="0">{strings.settings.retentionAlways}</option>
        </select>
        <p class="card-line">{strings.settings.retentionDetail}</p>
      </section>
      {forgotten.value > 0 && (
        <section data-testid="forgotten">
          <h2>{strings.settings.forgotten}</h2>
          <p class="card-line">{strings.settings.forgottenCount(forgotten.value, format.number(forgotten.value))}</p>
          <div class="settings-actions">
            <input
              ref={address}
              class="field"
              type="email"
              autocomplete="off"
              aria-label={strings.settings.rememberAddress}
              placeholder={strings.settings.rememberAddress}
            />
            <Button onClick={() => void remember()}>{strings.settings.remember}</Button>
          </div>
        </section>
      )}
    </>
  );
}
