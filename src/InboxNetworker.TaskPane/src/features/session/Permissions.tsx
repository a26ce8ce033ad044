import { Button } from '../../ui/Button';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import type { SessionStore } from './sessionStore';
import './session.css';

/** What InboxNetworker may read and do, each with its reason; what is not needed is asked for only here. Nothing in the preview, which asks nobody. */
export function Permissions({ store }: { readonly store: SessionStore }) {
  const session = store.session.value;
  if (session === null || session.mode === 'demo') return null;
  const allow = async (name: string) => {
    const given = await store.allow(name);
    if (!given) toast(strings.session.notAllowed);
  };
  return (
    <section data-testid="permissions">
      <h2>{strings.session.permissionsTitle}</h2>
      <p class="card-line">{strings.session.permissionsDetail}</p>
      {session.permissions.map(({ name, granted, always, byAdministrator }) => (
        <div class="permission" key={name} data-testid={`permission-${name}`}>
          <span>
            {strings.session.permissions[name] ?? name} <span class="sign-in-name">({name})</span>
          </span>
          {granted === false && !always && !byAdministrator ? (
            <Button size="small" busy={store.busy.value} label={strings.session.allowName(name)} onClick={() => void allow(name)}>
              {strings.session.allow}
            </Button>
          ) : (
            <span class="permission-state">
              {granted === true ? strings.session.allowed : byAdministrator ? strings.session.byAdministrator : granted === null ? strings.session.unknown : strings.session.missing}
            </span>
          )}
        </div>
      ))}
      {session.state === 'signedIn' && (
        <div class="settings-actions">
          <Button busy={store.busy.value} testId="sign-out" onClick={() => void store.signOut()}>
            {strings.session.signOut}
          </Button>
        </div>
      )}
    </section>
  );
}
