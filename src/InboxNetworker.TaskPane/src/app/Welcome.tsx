import { signal } from '@preact/signals';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { strings } from '../ui/strings';

const key = 'inboxnetworker.welcomed';

/** Whether the first screen was seen; where nothing can be kept, it comes again. */
export const welcomed = signal(remembered());

function remembered(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  welcomed.value = true;
  try {
    localStorage.setItem(key, '1');
  } catch {
    // A browser that keeps nothing shows the screen once more next time.
  }
}

/** The first screen: what is read, and what never. */
export function Welcome() {
  return (
    <section class="welcome" aria-labelledby="welcome-title" data-testid="welcome">
      <h2 class="welcome-title" id="welcome-title">
        {strings.welcome.title}
      </h2>
      <p>{strings.welcome.lead}</p>
      <h3>{strings.welcome.readTitle}</h3>
      <ul>
        {strings.welcome.read.map((line) => (
          <li key={line}>
            <Icon name="check" size={16} />
            {line}
          </li>
        ))}
      </ul>
      <h3>{strings.welcome.neverTitle}</h3>
      <ul>
        {strings.welcome.never.map((line) => (
          <li key={line}>
            <Icon name="close" size={16} />
            {line}
          </li>
        ))}
      </ul>
      <p class="welcome-promise">{strings.welcome.promise}</p>
      <Button appearance="primary" onClick={remember} testId="welcome-start">
        {strings.welcome.start}
      </Button>
    </section>
  );
}
