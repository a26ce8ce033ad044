import { lazy, Suspense } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { SyncFooter } from '../features/sync/SyncFooter';
import type { Host } from '../office/host';
import { FormatContext } from '../ui/context';
import { createFormat } from '../ui/format';
import { Skeleton } from '../ui/Skeleton';
import { applyTheme } from '../ui/theme';
import { Toasts } from '../ui/toast';
import { Keys, paneKey } from './Keys';
import type { Stores } from './stores';
import { Views } from './Views';
import '../ui/ui.css';
import './app.css';

/** Where nobody has to sign in it is never fetched. */
const SignIn = lazy(async () => (await import('../features/session/SignIn')).SignIn);

interface AppProps {
  readonly host: Host;
  readonly stores: Stores;
}

/** The task pane, in Outlook as in the preview. */
export function App({ host, stores }: AppProps) {
  const locale = host.locale.value;
  const format = useMemo(() => createFormat(locale), [locale]);
  useEffect(() => {
    applyTheme(host.theme.value);
  }, [host.theme.value]);
  return (
    <FormatContext.Provider value={format}>
      <div key={locale} class="pane" data-testid="pane" onKeyDown={paneKey}>
        {stores.session.needed.value ? (
          <Suspense fallback={<Skeleton rows={3} />}>
            <SignIn store={stores.session} />
          </Suspense>
        ) : (
          <Views stores={stores} host={host} />
        )}
        {!stores.session.needed.value && <SyncFooter store={stores.sync} />}
        <Toasts />
        <Keys />
      </div>
    </FormatContext.Provider>
  );
}
