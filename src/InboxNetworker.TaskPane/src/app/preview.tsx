import { render } from 'preact';
import { createApi } from '../api/client';
import { createMailboxStore } from '../features/preview/mailboxStore';
import { Shell } from '../features/preview/Shell';
import { createPreviewHost } from '../office/previewHost';
import { systemTheme } from '../office/systemTheme';
import { FormatContext } from '../ui/context';
import '../ui/fluent';
import { createFormat } from '../ui/format';
import { speak, strings } from '../ui/strings';
import { applyTheme } from '../ui/theme';
import { App } from './App';
import { root } from './root';
import { connect, createStores } from './stores';

const shellShown = matchMedia('(min-width: 640px)');
const api = createApi(location.origin, () => strings.language);
const host = createPreviewHost({
  theme: systemTheme(),
  locale: navigator.language,
  shellVisible: () => shellShown.matches,
});
speak(host.locale.value);
const stores = createStores(api);
const mailbox = createMailboxStore(api, host);
connect(stores, host);
void mailbox.start();
applyTheme(host.theme.value);
render(
  <FormatContext.Provider value={createFormat(host.locale.value)}>
    <Shell mailbox={mailbox}>
      <App host={host} stores={stores} />
    </Shell>
  </FormatContext.Provider>,
  root(),
);
