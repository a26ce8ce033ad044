import type { paths } from './schema';

type Body<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never;
type Answer<Path extends keyof paths, Method extends 'get' | 'post', Status extends number> =
  paths[Path] extends Record<Method, { responses: Record<Status, infer Response> }> ? Body<Response> : never;

export type ReconnectPage = Answer<'/api/reconnect', 'get', 200>;
export type ContactItem = ReconnectPage['items'][number];
export type ContactState = ContactItem['state'];
export type Reason = ContactItem['reasons'][number];
export type LastContact = NonNullable<ContactItem['lastContact']>;
export type ContactList = Answer<'/api/contacts', 'get', 200>;
export type ContactDetail = Answer<'/api/contacts/{id}', 'get', 200>;
export type Preferences = ContactDetail['preferences'];
export type Explanation = ContactDetail['explanation'];
export type ReconnectFilters = Answer<'/api/reconnect/filters', 'get', 200>;
export type Owner = Answer<'/api/owner', 'get', 200>;
export type FilteredPage = Answer<'/api/filtered', 'get', 200>;
export type FilteredItem = FilteredPage['items'][number];
export type HistoryWeek = ContactDetail['history'][number];
export type ContactLookup = Answer<'/api/contacts/lookup', 'get', 200>;
export type Draft = Answer<'/api/contacts/{id}/drafts', 'post', 200>;
export type SavedDraft = Answer<'/api/contacts/{id}/drafts/save', 'post', 201>;
export type SyncStatus = Answer<'/api/sync', 'post', 202>;
export type PreviewInfo = Answer<'/api/preview', 'get', 200>;
export type PreviewMessageList = Answer<'/api/preview/messages', 'get', 200>;
export type PreviewMessage = PreviewMessageList['items'][number];
export type PreviewMessageDetail = Answer<'/api/preview/messages/{id}', 'get', 200>;

export interface DraftEdit {
  readonly subject: string;
  readonly text: string;
}

/** By what the list is narrowed down; what is absent does not matter. */
export interface ListPart {
  readonly state?: string;
  readonly company?: string;
  readonly department?: string;
  readonly tag?: string;
}
