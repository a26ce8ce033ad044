import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '../../api/types';
import type { Tokens } from '../../office/tokens';
import { fail, ok, type Result } from '../../result';
import { createSessionStore } from './sessionStore';

const signIn = { authority: 'https://login.example/t', clientId: 'c', scope: 'api://c/access_as_user' };
const out: Session = { mode: 'organisation', state: 'signedOut', signIn, kind: null, code: null, problem: null, permissions: [] };
const inside: Session = { ...out, state: 'signedIn' };
const personal: Session = { ...out, mode: 'personal', signIn: null, kind: 'deviceCode' };
const waiting: Session = { ...personal, state: 'waiting', code: { userCode: 'ABC', address: 'https://login.example/device', expiresAt: '2026-06-15T12:15:00Z' } };
const refused = fail({ kind: 'problem', status: 403, title: 'Your consent is needed', detail: 'Allow it.', permission: 'Mail.ReadBasic User.Read' });

function parts(tokens: Partial<Tokens>, answers: { session: Result<Session>[]; signIn?: Result<Session>[]; allow?: Result<Session> }) {
  const enter = vi.fn();
  const next = (list: Result<Session>[]) => Promise.resolve(list.length > 1 ? (list.shift() ?? ok(out)) : (list[0] ?? ok(out)));
  const api = {
    session: vi.fn(() => next(answers.session)),
    signIn: vi.fn(() => next(answers.signIn ?? [ok(inside)])),
    signOut: vi.fn(() => Promise.resolve<Result<Session>>(ok(out))),
    allow: vi.fn(() => Promise.resolve(answers.allow ?? ok(inside))),
  };
  const given: Tokens = { silent: () => Promise.resolve(null), ask: () => Promise.resolve('t'), allow: () => Promise.resolve(true), forget: () => Promise.resolve(), ...tokens };
  return { api, enter, store: createSessionStore(api, { tokens: () => Promise.resolve(given), enter }) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('asks nobody in the preview', async () => {
  const { store, enter } = parts({}, { session: [ok({ ...out, mode: 'demo', state: 'signedIn', signIn: null })] });
  await store.load();
  expect(store.needed.value).toBe(false);
  expect(enter).not.toHaveBeenCalled();
});

it('comes in without a question where a token is at hand, and signs no mailbox in twice', async () => {
  const { store, enter, api } = parts({ silent: () => Promise.resolve('t') }, { session: [ok(out), ok(inside)] });
  await store.load();
  expect(store.needed.value).toBe(false);
  expect(enter).toHaveBeenCalledOnce();
  expect(api.signIn).not.toHaveBeenCalled();
});

it('asks for what is missing by name, and goes on once it is allowed', async () => {
  const allow = vi.fn(() => Promise.resolve(true));
  const { store } = parts({ allow }, { session: [ok(out)], signIn: [refused, ok(inside)] });
  await store.load();
  expect(await store.signIn()).toBe(false);
  expect(store.missing.value).toEqual(['Mail.ReadBasic', 'User.Read']);
  expect(await store.signIn()).toBe(true);
  expect(allow).toHaveBeenCalledWith(['Mail.ReadBasic', 'User.Read']);
  expect(store.needed.value).toBe(false);
});

it('begins no reading by itself where a token is at hand and the mailbox is not read', async () => {
  const { store, api } = parts({ silent: () => Promise.resolve('t') }, { session: [ok(out), ok(out)] });
  await store.load();
  expect(api.signIn).not.toHaveBeenCalled();
  expect(store.needed.value).toBe(true);
});

it('asks for a sign-in of this moment after a refusal, with what the service demanded', async () => {
  const ask = vi.fn(() => Promise.resolve('t'));
  const more = fail({ kind: 'problem', status: 401, title: 'One more step', detail: 'Confirm it is you.', claims: '{"access_token":{}}' });
  const { store } = parts({ ask }, { session: [ok(out)], signIn: [more, ok(inside)] });
  await store.load();
  expect(await store.signIn()).toBe(false);
  expect(await store.signIn()).toBe(true);
  expect(ask.mock.calls).toEqual([
    [false, undefined],
    [true, '{"access_token":{}}'],
  ]);
});

it('leaves nothing of a sign-in in the browser after signing out', async () => {
  const forget = vi.fn(() => Promise.resolve());
  const { store } = parts({ silent: () => Promise.resolve('t'), forget }, { session: [ok(out), ok(inside)] });
  await store.load();
  await store.signOut();
  expect(forget).toHaveBeenCalledOnce();
  expect(store.needed.value).toBe(true);
});

it('stays where it is when the window is closed', async () => {
  const { store, api } = parts({ ask: () => Promise.resolve(null) }, { session: [ok(out)] });
  await store.load();
  expect(await store.signIn()).toBe(false);
  expect(api.signIn).not.toHaveBeenCalled();
  expect(store.needed.value).toBe(true);
});

it('shows a code, and asks now and then whether it was entered', async () => {
  const { store, api } = parts({}, { session: [ok(personal), ok(waiting), ok({ ...personal, state: 'signedIn' })], signIn: [ok(waiting)] });
  await store.load();
  expect(await store.signIn()).toBe(true);
  expect(store.session.value?.code?.userCode).toBe('ABC');
  await vi.advanceTimersByTimeAsync(4_100);
  expect(store.needed.value).toBe(false);
  const asked = api.session.mock.calls.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(api.session.mock.calls.length).toBe(asked);
});

it('begins one thing at a time', async () => {
  let done: (token: string | null) => void = () => undefined;
  const { store } = parts({ ask: () => new Promise((resolve) => (done = resolve)) }, { session: [ok(out)] });
  await store.load();
  const first = store.signIn();
  expect(await store.signIn()).toBe(false);
  done('t');
  expect(await first).toBe(true);
});
