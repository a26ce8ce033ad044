import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** What it does, read out with it. */
  readonly children: ComponentChildren;
  readonly testId: string;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, on, onChange, children, testId, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <label class="switch-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        disabled={disabled}
        aria-describedby={`${id}-detail`}
        data-testid={testId}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <p class="card-line switch-detail" id={`${id}-detail`}>
        {children}
      </p>
    </div>
  );
}
