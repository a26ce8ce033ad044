const looks = ['appearance', 'size', 'layout', 'intent'];

/**
 * A `ref` for Fluent's elements. They write their attributes, which their styles rest on, a frame after their
 * properties, and what was painted meanwhile would move.
 */
export function atOnce(element: HTMLElement | null): void {
  for (const name of looks) {
    const value = (element as Record<string, unknown> | null)?.[name];
    if (typeof value === 'string') element?.setAttribute(name, value);
  }
}
