import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { describe } from '../../ui/failures';
import { Question } from '../../ui/Question';
import { saveFile } from '../../ui/saveFile';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import type { SettingsApi } from './SettingsView';

interface OwnDataProps {
  readonly api: Pick<SettingsApi, 'erase' | 'export'>;
  readonly onErased: () => void;
}

/** The owner's data, to take along or to erase; erasing is asked about once. */
export function OwnData({ api, onErased }: OwnDataProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [exporting, setExporting] = useState(false);
  const section = useRef<HTMLElement>(null);
  const leave = () => {
    setAsked(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[data-testid="erase"]')?.focus());
  };
  const takeAlong = async () => {
    setExporting(true);
    const answer = await api.export();
    setExporting(false);
    if (answer.ok) saveFile(answer.value, 'inboxnetworker.zip');
    else toast(describe(answer.failure).title);
  };
  const erase = async () => {
    setBusy(true);
    const answer = await api.erase();
    setBusy(false);
    toast(answer.ok ? strings.settings.erased : describe(answer.failure).title);
    if (!answer.ok) return;
    leave();
    onErased();
  };
  return (
    <section ref={section}>
      <h2>{strings.settings.data}</h2>
      <p>{strings.settings.dataDetail}</p>
      <div class="settings-actions">
        <Button busy={exporting} title={strings.settings.exportHint} onClick={() => void takeAlong()} testId="export">
          {strings.settings.export}
        </Button>
        {!asked && (
          <Button
            testId="erase"
            onClick={() => {
              setAsked(true);
            }}
          >
            {strings.settings.erase}
          </Button>
        )}
      </div>
      {asked && (
        <Question
          id="erase"
          title={strings.settings.eraseTitle}
          detail={strings.settings.eraseDetail}
          yes={strings.settings.eraseYes}
          busy={busy}
          onYes={() => void erase()}
          onLeave={leave}
        />
      )}
    </section>
  );
}
