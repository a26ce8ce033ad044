import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import type { SettingsApi } from './SettingsView';

interface OwnDataProps {
  readonly api: Pick<SettingsApi, 'erase' | 'exportUrl'>;
  readonly onErased: () => void;
}

/** The owner's data, to take along or to erase; erasing is asked about once. */
export function OwnData({ api, onErased }: OwnDataProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!asked) return;
    question.current?.focus({ preventScroll: true });
    question.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  const leave = () => {
    setAsked(false);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[data-testid="erase"]')?.focus());
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
        <a class="settings-export" href={api.exportUrl} download="" title={strings.settings.exportHint} data-testid="export">
          {strings.settings.export}
        </a>
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
        <div
          class="settings-question"
          ref={question}
          tabIndex={-1}
          role="alertdialog"
          aria-labelledby="erase-title"
          aria-describedby="erase-detail"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || busy) return;
            event.stopPropagation();
            leave();
          }}
        >
          <strong id="erase-title">{strings.settings.eraseTitle}</strong>
          <p id="erase-detail">{strings.settings.eraseDetail}</p>
          <div class="settings-actions">
            <button
              type="button"
              class="settings-erase"
              data-testid="erase-yes"
              aria-disabled={busy}
              onClick={busy ? undefined : () => void erase()}
            >
              {strings.settings.eraseYes}
            </button>
            <Button onClick={leave}>{strings.common.cancel}</Button>
          </div>
        </div>
      )}
    </section>
  );
}
