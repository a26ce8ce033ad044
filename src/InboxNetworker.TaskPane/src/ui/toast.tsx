import { signal } from '@preact/signals';

const shownForMs = 4_000;
const message = signal<string | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string): void {
  message.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    message.value = null;
  }, shownForMs);
}

/** The live region stays in the page, so that a screen reader hears what comes into it. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {message.value !== null && <div class="toast">{message.value}</div>}
    </div>
  );
}
