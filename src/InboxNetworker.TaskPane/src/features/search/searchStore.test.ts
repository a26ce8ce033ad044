import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import { fail, ok } from '../../result';
import { later } from '../../testing/later';
import { people, toItem } from '../../testing/samplePeople';
import { createSearchStore } from './searchStore';

const items = people.slice(0, 2).map(toItem);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once, when the typing pauses', async () => {
  const contacts = vi.fn<Api['contacts']>().mockResolvedValue(ok({ items }));
  const store = createSearchStore({ contacts });
  for (const text of ['m', 'ma', 'mar', ' marc ']) store.type(text);
  await vi.advanceTimersByTimeAsync(250);
  expect(contacts).toHaveBeenCalledTimes(1);
  expect(contacts.mock.calls[0]?.[0]).toBe('marc');
  expect(store.state.value).toEqual({ kind: 'found', items });
});

it('an answer to an earlier question is dropped', async () => {
  const early = later<Awaited<ReturnType<Api['contacts']>>>();
  const contacts = vi
    .fn<Api['contacts']>()
    .mockReturnValueOnce(early.promise)
    .mockResolvedValueOnce(ok({ items: [] }));
  const store = createSearchStore({ contacts });
  store.type('mar');
  await vi.advanceTimersByTimeAsync(250);
  store.type('marx');
  await vi.advanceTimersByTimeAsync(250);
  early.resolve(ok({ items }));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.state.value).toEqual({ kind: 'found', items: [] });
});

it('an emptied field asks nothing and shows nothing', async () => {
  const contacts = vi.fn<Api['contacts']>();
  const store = createSearchStore({ contacts });
  store.type('mar');
  store.type('  ');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(contacts).not.toHaveBeenCalled();
  expect(store.state.value).toEqual({ kind: 'idle' });
});

it('a failure is told', async () => {
  const contacts = vi.fn<Api['contacts']>().mockResolvedValue(fail({ kind: 'unreachable' }));
  const store = createSearchStore({ contacts });
  store.type('mar');
  await vi.advanceTimersByTimeAsync(250);
  expect(store.state.value).toEqual({ kind: 'failed', failure: { kind: 'unreachable' } });
});

it('an answered question is asked again when more may be known, and a failure leaves the findings', async () => {
  const contacts = vi
    .fn<Api['contacts']>()
    .mockResolvedValueOnce(ok({ items: [] }))
    .mockResolvedValueOnce(ok({ items }))
    .mockResolvedValueOnce(fail({ kind: 'unreachable' }));
  const store = createSearchStore({ contacts });
  store.type('mar');
  await vi.advanceTimersByTimeAsync(250);
  await store.renew();
  expect(contacts.mock.lastCall?.[0]).toBe('mar');
  expect(store.state.value).toEqual({ kind: 'found', items });
  await store.renew();
  expect(contacts).toHaveBeenCalledTimes(3);
  expect(store.state.value).toEqual({ kind: 'found', items });
});

it('nothing is asked again while the field is empty or the typing goes on', async () => {
  const contacts = vi.fn<Api['contacts']>().mockResolvedValue(ok({ items }));
  const store = createSearchStore({ contacts });
  await store.renew();
  store.type('mar');
  await store.renew();
  expect(contacts).not.toHaveBeenCalled();
});
