/** Office.js answers within this time inside Outlook, or the pane is taken to be outside of it. */
const patienceMs = 5_000;

/** Whether the page stands inside Outlook; waits for the script in the page's head to arrive. */
export async function officeReady(): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false));
  return Promise.race([patience, arrived()]);
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
  });
}
