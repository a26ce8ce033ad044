import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/clipboard';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';

interface CalendarAddressProps {
  readonly address: string;
  readonly renew: () => Promise<boolean>;
}

/** The secret address of the feed, to copy or to replace. */
export function CalendarAddress({ address, renew }: CalendarAddressProps) {
  const [busy, setBusy] = useState(false);
  const copy = async () => {
    const copied = await copyText(address);
    toast(copied.ok ? strings.alertSettings.copied : describe(copied.failure).title);
  };
  const replace = async () => {
    setBusy(true);
    if (await renew()) toast(strings.alertSettings.renewed);
    setBusy(false);
  };
  return (
    <div class="calendar-address">
      <input
        class="field"
        readOnly
        dir="ltr"
        aria-label={strings.alertSettings.address}
        value={address}
        data-testid="calendar-address"
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <p class="card-line">{strings.alertSettings.addressDetail}</p>
      <div class="settings-actions">
        <Button size="small" onClick={() => void copy()} testId="calendar-copy">
          {strings.draft.copy}
        </Button>
        <Button size="small" busy={busy} onClick={() => void replace()} testId="calendar-renew">
          {strings.alertSettings.renew}
        </Button>
      </div>
    </div>
  );
}
