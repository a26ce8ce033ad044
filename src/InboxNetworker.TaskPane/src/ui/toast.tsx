import { signal } from '@preact/signals';
import { Icon } from './Icon';
import { strings } from './strings';

const shownForMs = 4_000;
/** Time enough to read it, reach it and take it back. */
const offeredForMs = 10_000;

interface Toast {
  readonly text: string;
  readonly undo: (() => void) | null;
  readonly kept: (() => void) | null;
}

const current = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * @param undo Takes back what the text tells; offered as long as the text is on show.
 * @param kept Called when it can no longer be taken back.
 */
export function toast(text: string, undo: (() => void) | null = null, kept: (() => void) | null = null): void {
  const before = current.value;
  current.value = { text, undo, kept };
  wait();
  before?.kept?.();
}

/** Takes back what was done last, if that is still offered. */
export function undoLast(): void {
  const undo = current.value?.undo;
  if (undo === undefined || undo === null) return;
  take();
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
  const gone = current.value;
  take();
  gone?.kept?.();
}

/** Off the page, whatever becomes of what it told. */
function take(): void {
  clearTimeout(timer);
  const focused = document.activeElement?.closest('.toast') ?? null;
  current.value = null;
  if (focused === null) return;
  // The button that had the focus goes: it returns to where it came from, else to the open part of the pane.
  const back = origin?.isConnected === true ? origin : document.querySelector<HTMLElement>('[aria-selected="true"]');
  back?.focus({ preventScroll: true });
}

/** Where the focus was before it came into the toast. */
let origin: HTMLElement | null = null;

function enter({ relatedTarget }: FocusEvent): void {
  hold();
  if (relatedTarget instanceof HTMLElement && relatedTarget.closest('.toast') === null) origin = relatedTarget;
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
          onFocusIn={enter}
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
