import type { ComponentChildren } from 'preact';
import type { AlertChannel } from '../../api/types';
import { useFormat } from '../../ui/context';
import { WarningNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import { Switch } from '../../ui/Switch';

interface ChannelProps {
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  readonly channel: AlertChannel;
  readonly onChange: (on: boolean) => void;
  /** What else can be said of it while it is on. */
  readonly children?: ComponentChildren;
}

/** One way by which alerts come, and how it is doing. */
export function Channel({ name, label, detail, channel, onChange, children }: ChannelProps) {
  const format = useFormat();
  const { on, permission, problem, waiting } = channel;
  const waits = waiting > 0 ? strings.alertSettings.waiting(waiting, format.number(waiting)) : null;
  return (
    <li class="channel" data-testid={`channel-${name}`}>
      <Switch label={label} on={on} onChange={onChange} testId={`switch-${name}`}>
        {detail}
        {!on && permission !== null && <span class="channel-needs">{strings.alertSettings.permission(permission)}</span>}
      </Switch>
      {on && children}
      {problem !== null && <WarningNotice title={waits ?? label} detail={problem} />}
      {problem === null && on && waits !== null && <p class="card-line">{waits}</p>}
    </li>
  );
}
