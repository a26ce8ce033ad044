import { useState } from 'preact/hooks';
import { version } from '../../../package.json';
import type { Api } from '../../api/client';
import type { SyncStatus } from '../../api/types';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/context';
import { describe } from '../../ui/failures';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import { LeftOut } from './LeftOut';
import './settings.css';

export type SettingsApi = Pick<Api, 'filtered' | 'chooseFiltered' | 'erase' | 'exportUrl'>;

interface SettingsViewProps {
  readonly api: SettingsApi;
  /** Null while nothing is known of the reading. */
  readonly sync: SyncStatus | null;
  /** Something was decided that the list rests on. */
  readonly onChanged: () => void;
}

/** What is read, who is left out, and the owner's data. */
export function SettingsView({ api, sync, onChanged }: SettingsViewProps) {
  const format = useFormat();
  return (
    <div class="settings" data-testid="settings">
      <section>
        <h2>{strings.settings.read}</h2>
        <p>{strings.settings.readDetail}</p>
        {sync !== null && (
          <p class="card-line">
            {strings.settings.counts(
              format.number(sync.messagesRead),
              format.number(sync.meetingsRead),
              format.number(sync.contacts),
            )}
          </p>
        )}
      </section>
      <LeftOut api={api} onChanged={onChanged} />
      <section>
        <h2>{strings.settings.alerts}</h2>
        <p>{strings.settings.alertsDetail}</p>
      </section>
      <OwnData api={api} onErased={onChanged} />
      <section>
        <h2>{strings.settings.about}</h2>
        <p class="card-line">{strings.settings.version(version)}</p>
      </section>
    </div>
  );
}

function OwnData({ api, onErased }: { readonly api: SettingsApi; readonly onErased: () => void }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    const answer = await api.erase();
    setBusy(false);
    setAsked(!answer.ok);
    toast(answer.ok ? strings.settings.erased : describe(answer.failure).title);
    onErased();
  };
  return (
    <section>
      <h2>{strings.settings.data}</h2>
      <p>{strings.settings.dataDetail}</p>
      <div class="settings-actions">
        <a class="link-button" href={api.exportUrl} download="" data-testid="export">
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
        <div class="settings-question" role="alertdialog" aria-labelledby="erase-title" aria-describedby="erase-detail">
          <strong id="erase-title">{strings.settings.eraseTitle}</strong>
          <p id="erase-detail">{strings.settings.eraseDetail}</p>
          <div class="settings-actions">
            <Button testId="erase-yes" appearance="primary" busy={busy} onClick={() => void erase()}>
              {strings.settings.eraseYes}
            </Button>
            <Button
              onClick={() => {
                setAsked(false);
              }}
            >
              {strings.common.cancel}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
