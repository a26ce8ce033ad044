import { credentials } from './credentials';

/** A person's photo as an address that an image can show, to be taken back with {@link forgetPhoto}; null without one. */
export async function photoOf(contactId: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/api/contacts/${encodeURIComponent(contactId)}/photo`, { headers: await credentials(), signal });
    const photo = response.status === 200 ? await response.blob() : null;
    return photo === null || signal.aborted ? null : URL.createObjectURL(photo);
  } catch {
    return null;
  }
}

export function forgetPhoto(url: string | null): void {
  if (url !== null) URL.revokeObjectURL(url);
}
