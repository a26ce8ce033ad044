import { useEffect, useRef } from 'preact/hooks';
import { signal } from '@preact/signals';
import { Button } from '../ui/Button';
import { strings } from '../ui/strings';
import { undoLast } from '../ui/toast';

export const keysShown = signal(false);

/** The keys that work wherever the focus is in the pane, but for fields, where they are letters. */
export function paneKey(event: KeyboardEvent): void {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  if (target.closest('input, textarea, select, fluent-text-input, fluent-textarea, dialog') !== null) return;
  if (event.key === '?') keysShown.value = true;
  else if (event.key === 'u') undoLast();
  else if (event.key === '/') document.querySelector<HTMLElement>('[data-testid="search"]')?.focus();
  else return;
  event.preventDefault();
}

/** What each key does. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = keysShown.value;
  useEffect(() => {
    if (shown) dialog.current?.showModal();
  }, [shown]);
  if (!shown) return null;
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      data-testid="keys"
      onClose={() => {
        keysShown.value = false;
      }}
    >
      <h2 id="keys-title">{strings.keys.title}</h2>
      <dl>
        {strings.keys.list.map(([key, does]) => (
          <div class="key" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{strings.common.close}</Button>
    </dialog>
  );
}
