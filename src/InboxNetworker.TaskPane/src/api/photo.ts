/** Where a person's photo is; without one the answer is empty, and no picture. */
export function photoUrl(contactId: string): string {
  return `/api/contacts/${encodeURIComponent(contactId)}/photo`;
}
