/** Office.js answers within this time inside Outlook, or the pane is taken to be outside of it. */
const patienceMs = 5_000;

/**
 * Tells whether the page stands inside Outlook, once the script in the page's head has arrived. A script that takes
 * longer than that is taken for «outside», and believed when it answers «inside» after all.
 */
export function officeReady(tell: (inside: boolean) => void): void {
  const patience = setTimeout(tell, patienceMs, false);
  void arrived().then((inside) => {
    clearTimeout(patience);
    tell(inside);
  });
}

async function arrived(): Promise<boolean> {
  if (!('Office' in globalThis) && !(await scriptLoaded())) return false;
  const { host } = await Office.onReady();
  // Outside Outlook the host is null, whatever its type says.
  return (host as Office.HostType | null) === Office.HostType.Outlook;
}

function scriptLoaded(): Promise<boolean> {
  const script = document.querySelector('script[src*="office.js"]');
  if (script === null || document.readyState === 'complete') return Promise.resolve('Office' in globalThis);
  return new Promise((resolve) => {
    script.addEventListener('load', () => {
      resolve('Office' in globalThis);
    });
    script.addEventListener('error', () => {
      resolve(false);
    });
    // Both may have happened before anybody listened; the page's own load event waits for the script.
    addEventListener('load', () => {
      resolve('Office' in globalThis);
    });
  });
}
