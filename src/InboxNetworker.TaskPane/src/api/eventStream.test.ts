// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { settle, stubEvents } from '../testing/fakeEvents';
import { credentials } from './credentials';
import { eventParser, readEvents } from './eventStream';

const stream = 'event: sync\ndata: {"a":1}\n\n: a comment\ndata: two\ndata:lines\r\n\r\nevent: nothing\n\nid: 7\ndata:\n\n';
const events = [
  ['sync', '{"a":1}'],
  ['message', 'two\nlines'],
  ['message', ''],
];

function give(secret: string) {
  document.head.innerHTML = secret === '' ? '' : `<meta name="inboxnetworker-start" content="${secret}">`;
}

afterEach(() => {
  give('');
  vi.unstubAllGlobals();
});

it.each([1, 2, 3, 7, 1000])('hears the same events in pieces of %i characters', (size) => {
  const heard: string[][] = [];
  const parse = eventParser((name, data) => heard.push([name, data]));
  for (let at = 0; at < stream.length; at += size) parse(stream.slice(at, at + size));
  expect(heard).toEqual(events);
});

it('sends what the page carries in a header, and not in the address', async () => {
  give('s3cret');
  const streams = stubEvents();
  const off = new AbortController();
  void readEvents('/api/events', () => undefined, () => undefined, off.signal);
  await settle();
  expect(streams.latest().headers.get('x-inboxnetworker-start')).toBe('s3cret');
  expect(streams.latest().url).toBe('/api/events');
  off.abort();
});

it('a page without a secret sends none', async () => {
  expect(await credentials()).toEqual({});
});
