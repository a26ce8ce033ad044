import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';

export type Theme = 'light' | 'dark';

export function applyTheme(theme: Theme): void {
  setTheme(theme === 'dark' ? webDarkTheme : webLightTheme);
  document.documentElement.dataset.theme = theme;
}
