import { signal } from '@preact/signals';
import { Icon } from './Icon';
import { strings } from './strings';

const shownForMs = 4_000;
/** Time enough to read it, reach it and take it back. */
const offeredForMs = 10_000;

interface Toast {
  readonly text: string;
  readonly undo: (() => void) | null;
}

const current = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** @param undo Takes back what the text tells; offered as long as the text is on show. */
export function toast(text: string, undo: (() => void) | null = null): void {
  current.value = { text, undo };
  wait();
}

/** Takes back what was done last, if that is still offered. */
export function undoLast(): void {
  const undo = current.value?.undo;
  if (undo === undefined || undo === null) return;
  hide();
  undo();
}

function wait(): void {
  clearTimeout(timer);
  timer = setTimeout(hide, current.value?.undo === null ? shownForMs : offeredForMs);
}

function hold(): void {
  clearTimeout(timer);
}

function hide(): void {
  clearTimeout(timer);
  current.value = null;
}

/** The live region stays in the page, so that a screen reader hears what comes into it. */
export function Toasts() {
  const shown = current.value;
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown !== null && (
        <div
          class="toast"
          data-testid="toast"
          onPointerEnter={hold}
          onPointerLeave={wait}
          onFocusIn={hold}
          onFocusOut={wait}
        >
          <span class="toast-text">
            <bdi>{shown.text}</bdi>
          </span>
          {shown.undo !== null && (
            <>
              <button type="button" class="toast-button" onClick={undoLast}>
                {strings.common.undo}
              </button>
              <button type="button" class="toast-close" aria-label={strings.common.close} onClick={hide}>
                <Icon name="close" size={16} />
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
