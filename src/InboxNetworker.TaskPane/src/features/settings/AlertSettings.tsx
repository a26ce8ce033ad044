import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AlertSettings as Settings } from '../../api/types';
import { useFormat } from '../../ui/context';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { CalendarAddress } from './CalendarAddress';
import { Channel } from './Channel';
import { createAlertSettingsStore, type AlertChange, type AlertSettingsApi } from './alertSettingsStore';

const mostPerWeek = 10;
const everyWeeks = [1, 4];

interface AlertSettingsProps {
  readonly api: AlertSettingsApi;
  /** The user came for this part. */
  readonly sought: boolean;
  readonly onSaved: () => void;
}

/** How many alerts, and by which ways they come; each is off until it is turned on. */
export function AlertSettings({ api, sought, onSaved }: AlertSettingsProps) {
  const store = useMemo(() => createAlertSettingsStore(api, onSaved), []);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void store.load(), []);
  const shown = store.shown.value;
  const known = shown !== null;
  useEffect(() => {
    if (!sought) return;
    if (!known) heading.current?.focus({ preventScroll: true });
    // Once more when there is enough below it to scroll to.
    heading.current?.scrollIntoView({ block: 'start' });
  }, [sought, known]);
  return (
    <section data-testid="alert-settings">
      <h2 class="settings-sought" ref={heading} tabIndex={-1} data-view-heading="">
        {strings.settings.alerts}
      </h2>
      <p>{strings.alertSettings.detail}</p>
      {shown === null && <Skeleton rows={2} />}
      {shown?.ok === false && <FailureNotice failure={shown.failure} onRetry={() => void store.load()} />}
      {store.trouble.value !== null && <FailureNotice failure={store.trouble.value} comfort={strings.alertSettings.kept} />}
      {shown?.ok === true && (
        <Fields settings={shown.value} change={(change) => void store.change(change)} renew={store.renew} />
      )}
    </section>
  );
}

interface FieldsProps {
  readonly settings: Settings;
  readonly change: (change: AlertChange) => void;
  readonly renew: () => Promise<boolean>;
}

function Fields({ settings, change, renew }: FieldsProps) {
  const format = useFormat();
  const texts = strings.alertSettings;
  return (
    <>
      <label class="settings-field">
        {texts.perWeek}
        <select
          class="select"
          value={String(settings.perWeek)}
          data-testid="alerts-per-week"
          onChange={(event) => {
            change({ perWeek: Number(event.currentTarget.value) });
          }}
        >
          {Array.from({ length: mostPerWeek + 1 }, (_, n) => (
            <option key={n} value={String(n)}>
              {texts.atMost(n, format.number(n))}
            </option>
          ))}
        </select>
      </label>
      <p class="settings-field">
        {texts.hours}
        <span class="card-line">{settings.workingHours}</span>
      </p>
      <ul class="channels">
        <Channel
          name="pane"
          label={texts.pane}
          detail={texts.paneDetail}
          channel={settings.pane}
          onChange={(pane) => {
            change({ pane });
          }}
        />
        <Channel
          name="info-bar"
          label={texts.infoBar}
          detail={texts.infoBarDetail}
          channel={settings.infoBar}
          onChange={(infoBar) => {
            change({ infoBar });
          }}
        />
        <Channel
          name="digest"
          label={texts.digest}
          detail={texts.digestDetail}
          channel={settings.digest}
          onChange={(digest) => {
            change({ digest });
          }}
        >
          <select
            class="select"
            aria-label={texts.digestEvery}
            value={String(settings.digestEveryWeeks)}
            data-testid="digest-every"
            onChange={(event) => {
              change({ digestEveryWeeks: Number(event.currentTarget.value) });
            }}
          >
            {everyWeeks.map((weeks) => (
              <option key={weeks} value={String(weeks)}>
                {strings.person.everyWeeks(weeks, format.number(weeks))}
              </option>
            ))}
          </select>
        </Channel>
        <Channel
          name="to-do"
          label={texts.toDo}
          detail={texts.toDoDetail}
          channel={settings.toDo}
          onChange={(toDo) => {
            change({ toDo });
          }}
        />
        <Channel
          name="calendar"
          label={texts.calendar}
          detail={texts.calendarDetail}
          channel={settings.calendar}
          onChange={(calendar) => {
            change({ calendar });
          }}
        >
          {settings.calendarAddress !== null && <CalendarAddress address={settings.calendarAddress} renew={renew} />}
        </Channel>
      </ul>
    </>
  );
}
