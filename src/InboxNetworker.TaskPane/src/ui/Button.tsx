import type { ComponentChildren } from 'preact';
import { atOnce } from './atOnce';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly appearance?: 'primary' | 'outline' | 'subtle' | 'transparent';
  readonly size?: 'small' | 'medium';
  /** The accessible name, when the visible text alone would not tell what it acts on. */
  readonly label?: string;
  /** What pressing it brings, shown on pointing at it. */
  readonly title?: string;
  readonly iconOnly?: true;
  /** At work: it stays focusable and ignores presses. */
  readonly busy?: boolean;
  readonly expanded?: boolean;
  readonly testId?: string;
}

/**
 * Fluent's button states its role only in ElementInternals, which test drivers and some assistive
 * technology do not read: the attributes here say it again.
 */
export function Button({ children, onClick, appearance, size, label, title, iconOnly, busy, expanded, testId }: ButtonProps) {
  return (
    <fluent-button
      ref={atOnce}
      role="button"
      appearance={appearance}
      size={size}
      icon-only={iconOnly}
      disabled-focusable={busy === true ? true : undefined}
      aria-disabled={busy === true ? 'true' : undefined}
      aria-expanded={expanded}
      aria-label={label}
      title={iconOnly === true ? label : title}
      data-testid={testId}
      onClick={busy === true ? undefined : onClick}
    >
      {children}
    </fluent-button>
  );
}
