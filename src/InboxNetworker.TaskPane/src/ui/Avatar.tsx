import { Icon } from './Icon';
import { avatarColor, initials } from './initials';

interface AvatarProps {
  readonly name: string;
  readonly address: string;
  readonly size: 24 | 36 | 40 | 56;
}

/**
 * Decoration: the name always stands beside it. Drawn with Fluent's colours but not with its element, which
 * measures the page once for each avatar: in a list that costs more than the whole list.
 */
export function Avatar({ name, address, size }: AvatarProps) {
  const color = avatarColor(address);
  const letters = initials(name, address);
  return (
    <span
      class={`avatar avatar-${size}`}
      aria-hidden="true"
      style={{ background: `var(--colorPalette${color}Background2)`, color: `var(--colorPalette${color}Foreground2)` }}
    >
      {letters === '' ? <Icon name="person" /> : letters}
    </span>
  );
}
