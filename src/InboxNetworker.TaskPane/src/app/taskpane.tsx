import { render } from 'preact';
import { createApi } from '../api/client';
import { awaitSignIn, servedToOwner, signedIn } from '../api/credentials';
import { createOutlookHost } from '../office/outlookHost';
import { createTokens } from '../office/tokens';
import { systemTheme } from '../office/systemTheme';
import '../ui/fluent';
import { speak, strings } from '../ui/strings';
import { applyTheme } from '../ui/theme';
import { App } from './App';
import { root } from './root';
import { connect, createStores } from './stores';

const host = createOutlookHost(systemTheme());
// Outlook's own language comes a moment after the browser's; the rare difference draws the pane anew.
host.locale.subscribe(speak);
if (!servedToOwner()) awaitSignIn();
const stores = createStores(
  createApi(location.origin, () => strings.language),
  { tokens: createTokens, enter: signedIn },
);
connect(stores, host);
applyTheme(host.theme.value);
render(
  <main class="page">
    <App host={host} stores={stores} />
  </main>,
  root(),
);
