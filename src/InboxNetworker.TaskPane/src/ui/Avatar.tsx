import { useEffect, useRef, useState } from 'preact/hooks';
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

/** Asked for when it comes near the visible part: a list is longer than the pane. */
function Photo({ contactId }: { readonly contactId: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    const left = new AbortController();
    let shown: string | null = null;
    const ask = async () => {
      shown = await photoOf(contactId, left.signal);
      setUrl(shown);
    };
    const unwatch = whenNear(place.current, () => void ask());
    return () => {
      unwatch();
      left.abort();
      if (shown !== null) forgetPhoto(shown);
    };
  }, []);
  if (url === null) return null;
  return url === undefined ? <span ref={place} /> : <img class="avatar-photo" src={url} alt="" decoding="async" />;
}

/** Calls once; at once where nobody can tell what is visible. Returns the function that calls it off. */
function whenNear(element: Element | null, near: () => void): () => void {
  if (element === null || typeof IntersectionObserver === 'undefined') {
    near();
    return () => undefined;
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      near();
    },
    { rootMargin: '300px' },
  );
  watcher.observe(element);
  return () => {
    watcher.disconnect();
  };
}
