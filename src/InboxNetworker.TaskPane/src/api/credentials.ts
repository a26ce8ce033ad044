const startHeader = 'X-InboxNetworker-Start';

/** What every request of the Api carries to be let in: the secret that the program wrote into the page. Never part of an address. */
export function credentials(): Promise<Readonly<Record<string, string>>> {
  const page = typeof document === 'undefined' ? null : document;
  const start = page?.querySelector<HTMLMetaElement>('meta[name="inboxnetworker-start"]')?.content ?? '';
  return Promise.resolve(start === '' ? {} : { [startHeader]: start });
}
