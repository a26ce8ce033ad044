import { Button } from '../../ui/Button';
import { copyText } from '../../ui/clipboard';
import { Icon } from '../../ui/Icon';
import { FailureNotice, WarningNotice } from '../../ui/Notice';
import { strings } from '../../ui/strings';
import type { SessionStore } from './sessionStore';
import './session.css';

/** In place of everything else until somebody has signed in: what will be read, and the way in. */
export function SignIn({ store }: { readonly store: SessionStore }) {
  const session = store.session.value;
  const failure = store.failure.value;
  const missing = store.missing.value;
  if (session === null) return null;
  const { code, problem } = session;
  const waiting = session.state === 'waiting';
  return (
    <section class="sign-in" aria-labelledby="sign-in-title" data-testid="sign-in">
      <h2 class="sign-in-title" id="sign-in-title">
        {strings.session.title}
      </h2>
      <p>{missing.length > 0 ? strings.session.consent : strings.session.lead}</p>
      {missing.length > 0 && (
        <ul class="sign-in-permissions">
          {missing.map((name) => (
            <li key={name}>
              <Icon name="check" size={16} />
              <span>
                {strings.session.permissions[name] ?? name} <span class="sign-in-name">({name})</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {code !== null && (
        <div class="sign-in-code" role="status" data-testid="device-code">
          <p>
            {strings.session.codeBefore}{' '}
            <a href={code.address} target="_blank" rel="noopener noreferrer">
              {code.address}
            </a>{' '}
            {strings.session.codeAfter}
          </p>
          <p class="sign-in-digits">{code.userCode}</p>
          <Button size="small" onClick={() => void copyText(code.userCode)}>
            {strings.session.copy}
          </Button>
        </div>
      )}
      {waiting && code === null && <p role="status">{strings.session.window}</p>}
      {failure !== null && missing.length === 0 ? (
        <FailureNotice failure={failure} />
      ) : (
        problem !== null && <WarningNotice title={problem.title} detail={problem.detail} />
      )}
      <Button appearance={waiting ? 'outline' : 'primary'} busy={store.busy.value} testId="sign-in-start" onClick={() => void store.signIn()}>
        {missing.length > 0 ? strings.session.allowAll : waiting ? strings.session.again : strings.session.signIn}
      </Button>
      <p class="sign-in-promise">{strings.welcome.promise}</p>
    </section>
  );
}
