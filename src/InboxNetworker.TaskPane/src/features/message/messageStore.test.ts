import { expect, it, vi } from 'vitest';
import type { Api } from '../../api/client';
import type { ContactLookup } from '../../api/types';
import type { MailItem } from '../../office/host';
import { fail, ok, type Result } from '../../result';
import { later } from '../../testing/later';
import { counterpart } from './counterpart';
import { createMessageStore } from './messageStore';

const owner = 'nora@fernhill.example';
const nora = { name: 'Nora', address: 'Nora@Fernhill.example' };
const marcus = { name: 'Marcus', address: 'marcus@brightwater.example' };
const priya = { name: 'Priya', address: 'priya@fernhill.example' };

const item = (from: MailItem['from'], ...recipients: MailItem['recipients']): MailItem => ({
  key: 'k',
  from,
  recipients,
});
const found = (address: string): Result<ContactLookup> =>
  ok({ address, status: { code: 'unknown', text: 'Not yet known.', listed: false }, contact: null, infoBar: null });

it.each([
  ['a message to the owner is about its sender', item(marcus, nora), marcus, 'in'],
  ["the owner's own message is about its first recipient", item(nora, nora, priya, marcus), priya, 'out'],
  ['a message that is being written is about its first recipient', item(null, marcus), marcus, 'out'],
] as const)('%s', (_, open, person, direction) => {
  expect(counterpart(open, owner)).toMatchObject({ person, direction });
});

it('a message from the owner to the owner is about nobody', () => {
  expect(counterpart(item(nora, nora), owner)).toBeNull();
});

it('looks the sender up and shows what is known', async () => {
  const lookup = vi.fn<Api['lookup']>((address) => Promise.resolve(found(address)));
  const store = createMessageStore({ lookup });
  const showing = store.show(item(marcus), owner);
  expect(store.state.value.kind).toBe('looking');
  await showing;
  expect(store.state.value).toMatchObject({ kind: 'found', lookup: { address: marcus.address } });
});

it('follows the selection: an answer about the message before is dropped', async () => {
  const late = later<Result<ContactLookup>>();
  const lookup = vi.fn<Api['lookup']>().mockReturnValueOnce(late.promise).mockResolvedValueOnce(found(priya.address));
  const store = createMessageStore({ lookup });
  const first = store.show(item(marcus), owner);
  await store.show(item(priya), owner);
  late.resolve(found(marcus.address));
  await first;
  expect(store.state.value).toMatchObject({ kind: 'found', lookup: { address: priya.address } });
});

it('no message is fine, and calls off the question about the one before', async () => {
  const lookup = vi.fn<Api['lookup']>((address) => Promise.resolve(found(address)));
  const store = createMessageStore({ lookup });
  const showing = store.show(item(marcus), owner);
  await store.show(null, owner);
  await showing;
  expect(store.state.value).toEqual({ kind: 'none' });
});

it('a failed lookup can be asked again', async () => {
  const lookup = vi
    .fn<Api['lookup']>()
    .mockResolvedValueOnce(fail({ kind: 'unreachable' }))
    .mockResolvedValueOnce(found(marcus.address));
  const store = createMessageStore({ lookup });
  await store.show(item(marcus), owner);
  expect(store.state.value.kind).toBe('failed');
  await store.renew();
  expect(store.state.value.kind).toBe('found');
});

it('a renewal that fails leaves the card on show', async () => {
  const lookup = vi
    .fn<Api['lookup']>()
    .mockResolvedValueOnce(found(marcus.address))
    .mockResolvedValueOnce(fail({ kind: 'unreachable' }));
  const store = createMessageStore({ lookup });
  await store.show(item(marcus), owner);
  await store.renew();
  expect(lookup).toHaveBeenCalledTimes(2);
  expect(store.state.value).toMatchObject({ kind: 'found', lookup: { address: marcus.address } });
});

const alias = { name: 'Nora', address: 'nora.lindqvist@fernhill.example' };
const oneOfOwn: Result<ContactLookup> = ok({
  address: alias.address,
  status: { code: 'own', text: 'This is one of your own addresses.', listed: false },
  contact: null,
  infoBar: null,
});
const lookupThatKnowsTheAlias = () =>
  vi.fn<Api['lookup']>((address) => Promise.resolve(address === alias.address ? oneOfOwn : found(address)));

it("a message from another of the owner's addresses is about its first recipient", async () => {
  const lookup = lookupThatKnowsTheAlias();
  const store = createMessageStore({ lookup });
  await store.show(item(alias, nora, { ...alias, address: alias.address.toUpperCase() }, priya, marcus), owner);
  expect(store.state.value).toMatchObject({ kind: 'found', about: { person: priya, direction: 'out' } });
  await store.renew();
  expect(lookup.mock.calls.map(([address]) => address).filter((address) => address !== marcus.address)).toEqual([
    alias.address,
    priya.address,
    priya.address,
  ]);
});

it("a message between the owner's addresses says that they are the owner's", async () => {
  const store = createMessageStore({ lookup: lookupThatKnowsTheAlias() });
  await store.show(item(alias, nora), owner);
  expect(store.state.value).toMatchObject({ kind: 'found', lookup: { status: { code: 'own' } } });
});

const crowd = ['ben', 'cleo', 'dan', 'eva', 'finn'].map((name) => ({ name, address: `${name}@there.example` }));

it('looks up the first few others too, and the rest when they are asked for', async () => {
  const lookup = vi.fn<Api['lookup']>((address) => Promise.resolve(found(address)));
  const store = createMessageStore({ lookup });
  await store.show(item(marcus, nora, ...crowd), owner);
  expect([...store.others.value.keys()]).toEqual(crowd.slice(0, 3).map(({ address }) => address));
  await store.showAll();
  expect([...store.others.value.keys()]).toEqual(crowd.map(({ address }) => address));
  await store.show(item(priya, nora), owner);
  expect(store.others.value.size).toBe(0);
});

it('others of the message before are forgotten, whenever their answers come', async () => {
  const late = later<Result<ContactLookup>>();
  const lookup = vi.fn<Api['lookup']>((address) =>
    address === priya.address ? late.promise : Promise.resolve(found(address)),
  );
  const store = createMessageStore({ lookup });
  const first = store.show(item(marcus, priya), owner);
  await vi.waitFor(() => {
    expect(lookup).toHaveBeenCalledTimes(2);
  });
  await store.show(item(marcus), owner);
  late.resolve(found(priya.address));
  await first;
  expect(store.others.value.size).toBe(0);
});

it('another who cannot be looked up keeps the name that the message gives', async () => {
  const lookup = vi.fn<Api['lookup']>((address) =>
    Promise.resolve(address === priya.address ? fail({ kind: 'unreachable' }) : found(address)),
  );
  const store = createMessageStore({ lookup });
  await store.show(item(marcus, priya), owner);
  expect(store.state.value.kind).toBe('found');
  expect(store.others.value.size).toBe(0);
});
