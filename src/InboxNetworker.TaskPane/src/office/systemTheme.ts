import { signal, type ReadonlySignal } from '@preact/signals';

/** The theme of the operating system, as it changes. */
export function systemTheme(): ReadonlySignal<'light' | 'dark'> {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = signal<'light' | 'dark'>(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => {
    theme.value = dark.matches ? 'dark' : 'light';
  });
  return theme;
}
