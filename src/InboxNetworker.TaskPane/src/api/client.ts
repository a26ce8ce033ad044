import createClient from 'openapi-fetch';
import { fail, ok, type Failure, type Result } from '../result';
import { credentials } from './credentials';
import type { paths } from './schema';
import type { AlertSettingsInput, DraftEdit, DraftTemplate, DraftWish, Intent, ListPart, Preferences } from './types';

export type PreviewFolder = 'inbox' | 'sentitems' | 'drafts';

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

/** Every call of the Api that the pane makes, asking for sentences in a language, as in `de`. No call throws: a failure is a value. */
export function createApi(origin: string, language: () => string) {
  const http = createClient<paths>({ baseUrl: origin });
  http.use({
    onRequest: async ({ request }) => {
      request.headers.set('Accept-Language', language());
      // Before anybody has signed in it says how to.
      const waits = new URL(request.url).pathname !== '/api/session';
      for (const [name, value] of Object.entries(await credentials(waits))) request.headers.set(name, value);
      return request;
    },
  });
  return {
    reconnect: (page: Page & ListPart, signal?: AbortSignal) =>
      answer(http.GET('/api/reconnect', { params: { query: page }, ...cancel(signal) })),
    reconnectFilters: () => answer(http.GET('/api/reconnect/filters')),
    prefer: (id: string, preferences: Preferences) =>
      answer(http.PUT('/api/contacts/{id}/preferences', { params: { path: { id } }, body: preferences })),
    dismiss: (id: string) => answer(http.POST('/api/contacts/{id}/dismiss', { params: { path: { id } } })),
    takeBack: (id: string) => answer(http.DELETE('/api/contacts/{id}/dismiss', { params: { path: { id } } })),
    merge: (id: string, other: string) =>
      answer(http.POST('/api/contacts/{id}/merge', { params: { path: { id } }, body: { with: other } })),
    notSame: (id: string, other: string) =>
      answer(http.POST('/api/contacts/{id}/not-same', { params: { path: { id } }, body: { with: other } })),
    separate: (id: string, address: string) =>
      answer(http.POST('/api/contacts/{id}/separate', { params: { path: { id } }, body: { address } })),
    undecided: (id: string, addresses: readonly string[]) =>
      answer(http.POST('/api/contacts/{id}/undecided', { params: { path: { id } }, body: { addresses: [...addresses] } })),
    owner: () => answer(http.GET('/api/owner')),
    filtered: (page: Page & { readonly query?: string }, signal?: AbortSignal) =>
      answer(http.GET('/api/filtered', { params: { query: page }, ...cancel(signal) })),
    chooseFiltered: (address: string, leftOut: boolean | null) =>
      answer(http.PUT('/api/filtered/{address}', { params: { path: { address } }, body: { leftOut } })),
    erase: () => done(http.DELETE('/api/data')),
    forget: (id: string) => done(http.DELETE('/api/contacts/{id}', { params: { path: { id } } })),
    forgotten: () => answer(http.GET('/api/forgotten')),
    remember: (address: string) => answer(http.POST('/api/forgotten', { body: { address } })),
    audit: (page: Page) => answer(http.GET('/api/audit', { params: { query: page } })),
    retention: () => answer(http.GET('/api/retention')),
    retain: (years: number) => answer(http.PUT('/api/retention', { body: { years } })),
    export: () => answer(http.GET('/api/export', { parseAs: 'blob' }) as Promise<Exchange<Blob>>),
    contacts: (query: string, limit: number, signal?: AbortSignal) =>
      answer(http.GET('/api/contacts', { params: { query: { query, limit } }, ...cancel(signal) })),
    near: (limit: number) => answer(http.GET('/api/contacts', { params: { query: { state: ['fading', 'close'], limit } } })),
    contact: (id: string) => answer(http.GET('/api/contacts/{id}', { params: { path: { id } } })),
    lookup: (address: string, signal?: AbortSignal) =>
      answer(http.GET('/api/contacts/lookup', { params: { query: { address } }, ...cancel(signal) })),
    draft: (id: string, wish: DraftWish = {}) =>
      answer(
        http.POST('/api/contacts/{id}/drafts', {
          params: { path: { id } },
          body: { intent: wish.intent ?? null, with: wish.with ?? null, writer: wish.writer ?? false },
        }),
      ),
    introductions: (id: string) => answer(http.GET('/api/contacts/{id}/introductions', { params: { path: { id } } })),
    templates: () => answer(http.GET('/api/templates')),
    saveTemplate: (intent: Intent, template: DraftTemplate) =>
      answer(http.PUT('/api/templates/{intent}', { params: { path: { intent } }, body: template })),
    resetTemplate: (intent: Intent) => answer(http.DELETE('/api/templates/{intent}', { params: { path: { intent } } })),
    tryTemplate: (intent: Intent, template: DraftTemplate, contact: string) =>
      answer(
        http.POST('/api/templates/{intent}/preview', {
          params: { path: { intent } },
          body: { ...template, contact, with: null },
        }),
      ),
    month: (month?: string) => answer(http.GET('/api/month', { params: { query: month === undefined ? {} : { month } } })),
    saveDraft: (id: string, edit: DraftEdit) =>
      answer(http.POST('/api/contacts/{id}/drafts/save', { params: { path: { id } }, body: { ...edit, to: [...edit.to] } })),
    alerts: () => answer(http.GET('/api/alerts')),
    seeAlerts: () => answer(http.POST('/api/alerts/seen')),
    dismissAlert: (id: string) => answer(http.POST('/api/alerts/{id}/dismiss', { params: { path: { id } } })),
    actOnAlert: (id: string) => answer(http.POST('/api/alerts/{id}/acted', { params: { path: { id } } })),
    alertSettings: () => answer(http.GET('/api/alerts/settings')),
    saveAlertSettings: (wanted: AlertSettingsInput) => answer(http.PUT('/api/alerts/settings', { body: wanted })),
    renewAlertCalendar: () => answer(http.POST('/api/alerts/settings/calendar')),
    session: () => answer(http.GET('/api/session')),
    signIn: () => answer(http.POST('/api/session/sign-in')),
    signOut: () => answer(http.POST('/api/session/sign-out')),
    allow: (name: string) => answer(http.POST('/api/session/permissions/{name}', { params: { path: { name } } })),
    sync: () => answer(http.GET('/api/sync')),
    readAgain: () => answer(http.POST('/api/sync')),
    preview: () => answer(http.GET('/api/preview')),
    previewMessages: (folder: PreviewFolder, top: number) =>
      answer(http.GET('/api/preview/messages', { params: { query: { folder, top } } })),
    previewMessage: (id: string) => answer(http.GET('/api/preview/messages/{id}', { params: { path: { id } } })),
  };
}

export type Api = ReturnType<typeof createApi>;

function cancel(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

interface Exchange<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

async function answer<T>(call: Promise<Exchange<T>>): Promise<Result<NonNullable<T>>> {
  try {
    const { data, error, response } = await call;
    return response.ok && data !== undefined && data !== null ? ok(data) : fail(problem(error, response.status));
  } catch (cause) {
    return fail({ kind: isAbort(cause) ? 'superseded' : 'unreachable' });
  }
}

/** Of a call whose answer has no body. */
async function done(call: Promise<Exchange<unknown>>): Promise<Result<true>> {
  const { response, error } = await call.catch(() => ({ response: null, error: undefined }));
  if (response === null) return fail({ kind: 'unreachable' });
  return response.ok ? ok(true) : fail(problem(error, response.status));
}

function problem(body: unknown, status: number): Failure {
  const [permission, claims] = [textOf(body, 'permission'), textOf(body, 'claims')];
  return {
    kind: 'problem',
    status,
    title: textOf(body, 'title'),
    detail: textOf(body, 'detail'),
    ...(permission === null ? {} : { permission }),
    ...(claims === null ? {} : { claims }),
  };
}

function textOf(body: unknown, key: 'title' | 'detail' | 'permission' | 'claims'): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value = (body as Record<string, unknown>)[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}
