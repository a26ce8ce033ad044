type Theme = 'light' | 'dark';

/** Sets `theme` to Outlook's own where Outlook tells one, now and whenever it changes. */
export function followOfficeTheme(theme: { value: Theme }): void {
  const current = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (current !== undefined) theme.value = themeOf(current) ?? theme.value;
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.14')) return;
  Office.context.mailbox.addHandlerAsync(
    Office.EventType.OfficeThemeChanged,
    (event: { officeTheme?: Office.OfficeTheme }) => {
      if (event.officeTheme !== undefined) theme.value = themeOf(event.officeTheme) ?? theme.value;
    },
  );
}

/** Dark when the body's background is nearer to black than to white; null when it names no colour. */
export function themeOf({ bodyBackgroundColor }: Pick<Office.OfficeTheme, 'bodyBackgroundColor'>): Theme | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(bodyBackgroundColor);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}
