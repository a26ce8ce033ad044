import { useLayoutEffect, useRef } from 'preact/hooks';

export function focusOn(row: Element | null): void {
  row?.querySelector<HTMLElement>('.name-link, button')?.focus();
}

/**
 * Rows that change places are taken out and put in again, which drops the focus inside them: give it back. Where
 * the row has gone for good, the one in its place gets it, and after the last one the open part of the pane.
 */
export function useFocusKept<T extends HTMLElement>() {
  const list = useRef<T>(null);
  const active = document.activeElement;
  const focused = list.current?.contains(active) === true && active instanceof HTMLElement ? active : null;
  const at = focused === null ? -1 : [...(list.current?.children ?? [])].findIndex((row) => row.contains(focused));
  useLayoutEffect(() => {
    if (focused === null || focused === document.activeElement) return;
    const rows = list.current?.children ?? [];
    if (focused.isConnected) focused.focus({ preventScroll: true });
    else if (rows.length > 0) focusOn(rows[Math.min(at, rows.length - 1)] ?? null);
    else document.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
  });
  return list;
}
