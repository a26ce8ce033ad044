import type { components, paths } from './schema';

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
export type Session = Answer<'/api/session', 'get', 200>;
export type Owner = Answer<'/api/owner', 'get', 200>;
export type FilteredPage = Answer<'/api/filtered', 'get', 200>;
export type FilteredItem = FilteredPage['items'][number];
export type AuditPage = Answer<'/api/audit', 'get', 200>;
export type AuditItem = AuditPage['items'][number];
export type Retention = Answer<'/api/retention', 'get', 200>;
export type Forgotten = Answer<'/api/forgotten', 'get', 200>;
export type HistoryWeek = ContactDetail['history'][number];
export type ContactLookup = Answer<'/api/contacts/lookup', 'get', 200>;
export type Draft = Answer<'/api/contacts/{id}/drafts', 'post', 200>;
export type SavedDraft = Answer<'/api/contacts/{id}/drafts/save', 'post', 201>;
export type SyncStatus = Answer<'/api/sync', 'post', 202>;
export type AlertList = Answer<'/api/alerts', 'get', 200>;
export type Alert = AlertList['alerts'][number];
export type AlertStatus = components['schemas']['AlertStatus'];
export type AlertSettings = Answer<'/api/alerts/settings', 'get', 200>;
export type AlertChannel = AlertSettings['pane'];
export type AlertSettingsInput = components['schemas']['AlertSettingsInput'];
export type PreviewInfo = Answer<'/api/preview', 'get', 200>;
export type PreviewMessageList = Answer<'/api/preview/messages', 'get', 200>;
export type PreviewMessage = PreviewMessageList['items'][number];
export type PreviewMessageDetail = Answer<'/api/preview/messages/{id}', 'get', 200>;

/** Whom something is about: enough to name them, to write to them and to find them. */
export type Somebody = Pick<ContactItem, 'id' | 'name' | 'address'>;

export type Intent = Draft['intent'];
export type Introduction = Answer<'/api/contacts/{id}/introductions', 'get', 200>['items'][number];
export type TemplateList = Answer<'/api/templates', 'get', 200>;
export type Month = Answer<'/api/month', 'get', 200>;

/** What a draft is asked for with; without an intent it is the one that the relationship suggests. */
export interface DraftWish {
  readonly intent?: Intent;
  /** To whom they are introduced. */
  readonly with?: string;
  /** Have the AI writer word it. */
  readonly writer?: boolean;
}

export interface DraftEdit {
  readonly subject: string;
  readonly text: string;
  readonly to: readonly string[];
  /** As a reply in the last conversation. */
  readonly continue: boolean;
}

export interface DraftTemplate {
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
