import { Button } from './Button';
import { Icon } from './Icon';
import { strings } from './strings';

interface ViewHeadProps {
  readonly title: string;
  readonly onBack: () => void;
}

/** The head of a view that was opened from another; the heading takes the focus when the view opens. */
export function ViewHead({ title, onBack }: ViewHeadProps) {
  return (
    <header class="view-head">
      <Button iconOnly appearance="subtle" label={strings.common.back} onClick={onBack}>
        <Icon name="back" />
      </Button>
      <h2 class="view-title" tabIndex={-1} data-view-heading="" title={title}>
        <bdi>{title}</bdi>
      </h2>
    </header>
  );
}
