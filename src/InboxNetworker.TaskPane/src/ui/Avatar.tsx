import { useEffect, useState } from 'preact/hooks';
import { forgetPhoto, photoOf } from '../api/photo';
import { Icon } from './Icon';
import { avatarColor, initials } from './initials';

interface AvatarProps {
  /** Of somebody who may have a photo; it covers the initials once it is there. */
  readonly contactId?: string;
  readonly name: string;
  readonly address: string;
  readonly size: 24 | 36 | 40 | 56;
}

/**
 * Decoration: the name always stands beside it. Drawn with Fluent's colours but not with its element, which
 * measures the page once for each avatar: in a list that costs more than the whole list.
 */
export function Avatar({ contactId, name, address, size }: AvatarProps) {
  const color = avatarColor(address);
  const letters = initials(name, address);
  return (
    <span
      class={`avatar avatar-${size}`}
      aria-hidden="true"
      style={{ background: `var(--colorPalette${color}Background2)`, color: `var(--colorPalette${color}Foreground2)` }}
    >
      {letters === '' ? <Icon name="person" /> : letters}
      {contactId !== undefined && <Photo key={contactId} contactId={contactId} />}
    </span>
  );
}

function Photo({ contactId }: { readonly contactId: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const asked = photoOf(contactId, left.signal);
    void asked.then(setUrl);
    return () => {
      left.abort();
      void asked.then(forgetPhoto);
    };
  }, []);
  return url === null ? null : <img class="avatar-photo" src={url} alt="" decoding="async" />;
}
