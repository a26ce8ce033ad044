import { Component, type ComponentChildren } from 'preact';
import { Button } from '../ui/Button';
import { QuietNote } from '../ui/Notice';
import { strings } from '../ui/strings';

/** A view that breaks says so in its place and leaves the others alone. */
export class Boundary extends Component<{ readonly children: ComponentChildren }, { readonly broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div data-testid="crash">
        <QuietNote icon="warning" title={strings.crash.title}>
          {strings.crash.detail}
        </QuietNote>
        <div class="crash-again">
          <Button
            onClick={() => {
              this.setState({ broken: false });
            }}
          >
            {strings.common.tryAgain}
          </Button>
        </div>
      </div>
    );
  }
}
