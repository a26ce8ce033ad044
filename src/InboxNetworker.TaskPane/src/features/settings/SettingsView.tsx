import type { ComponentChildren } from 'preact';
import { version } from '../../../package.json';
import type { Api } from '../../api/client';
import type { SyncStatus } from '../../api/types';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';
import { AlertSettings } from './AlertSettings';
import type { AlertSettingsApi } from './alertSettingsStore';
import { Keeping, type KeepingApi } from './Keeping';
import { LeftOut } from './LeftOut';
import { OwnAddresses } from './OwnAddresses';
import { OwnData } from './OwnData';
import { OwnRecord, type RecordApi } from './OwnRecord';
import { Templates, type TemplatesApi } from './Templates';
import './settings.css';

export type SettingsApi = Pick<Api, 'filtered' | 'chooseFiltered' | 'owner' | 'erase' | 'export'> &
  KeepingApi &
  RecordApi &
  AlertSettingsApi &
  TemplatesApi;

interface SettingsViewProps {
  readonly api: SettingsApi;
  /** What may be read, where somebody signed in. */
  readonly permissions: ComponentChildren;
  /** Null while nothing is known of the reading. */
  readonly sync: SyncStatus | null;
  /** Something was decided that the list rests on. */
  readonly onChanged: () => void;
  /** The part that the user came for. */
  readonly section: 'alerts' | null;
  readonly onAlertsChanged: () => void;
}

/** What is read and what never, who is left out, how alerts come, and the owner's data. */
export function SettingsView({ api, permissions, sync, onChanged, section, onAlertsChanged }: SettingsViewProps) {
  const format = useFormat();
  // Another mailbox, or none: what stands here is asked for anew.
  const reading = sync?.lastReadAt === null ? 'unread' : 'read';
  return (
    <div class="settings" data-testid="settings">
      <section>
        <h2>{strings.settings.read}</h2>
        <Lines icon="check" lines={strings.welcome.read} />
        {sync !== null && (
          <p class="card-line">
            {strings.settings.counts(
              format.number(sync.messagesRead),
              format.number(sync.meetingsRead),
              format.number(sync.contacts),
            )}
          </p>
        )}
        <h3>{strings.settings.never}</h3>
        <Lines icon="close" lines={strings.welcome.never} />
      </section>
      {permissions}
      <OwnAddresses key={`own-${reading}`} api={api} />
      <LeftOut key={`out-${reading}`} api={api} onChanged={onChanged} />
      <AlertSettings key={`alerts-${reading}`} api={api} sought={section === 'alerts'} onSaved={onAlertsChanged} />
      <Templates key={`templates-${reading}`} api={api} />
      <Keeping key={`keeping-${reading}`} api={api} />
      <OwnRecord key={`record-${reading}`} api={api} />
      <OwnData api={api} onErased={onChanged} />
      <section>
        <h2>{strings.settings.about}</h2>
        <p class="card-line">{strings.settings.version(version)}</p>
      </section>
    </div>
  );
}

function Lines({ icon, lines }: { readonly icon: 'check' | 'close'; readonly lines: readonly string[] }) {
  return (
    <ul class="settings-lines">
      {lines.map((line) => (
        <li key={line}>
          <Icon name={icon} size={16} />
          {line}
        </li>
      ))}
    </ul>
  );
}
