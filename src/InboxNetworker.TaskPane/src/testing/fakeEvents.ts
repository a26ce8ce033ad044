import { vi } from 'vitest';

/** A stream of server-sent events that says what the test says. */
export class FakeStream {
  readonly url: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array>;
  isOpen = true;
  #out: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(url: string, init: RequestInit | undefined) {
    this.url = url;
    this.headers = new Headers(init?.headers);
    this.body = new ReadableStream({
      start: (controller) => {
        this.#out = controller;
      },
    });
    init?.signal?.addEventListener('abort', () => {
      this.breakOff();
    });
  }

  async send(name: string, data: string) {
    await this.write(`event: ${name}\ndata: ${data}\n\n`);
  }

  async write(text: string) {
    this.#out?.enqueue(new TextEncoder().encode(text));
    await settle();
  }

  breakOff() {
    if (this.isOpen) this.#out?.close();
    this.isOpen = false;
  }
}

/** In place of the network for the streams of events; what else is asked for goes on. Undone with `vi.unstubAllGlobals`. */
export function stubEvents() {
  const latest = () => {
    const stream = streams.all.at(-1);
    if (stream === undefined) throw new Error('No stream was opened.');
    return stream;
  };
  const streams = { all: [] as FakeStream[], asked: 0, refused: false, latest };
  const onwards = fetch;
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    if (typeof input !== 'string' || !input.endsWith('/events')) return onwards(input, init);
    streams.asked++;
    if (streams.refused) return Promise.resolve(new Response(null, { status: 503 }));
    const stream = new FakeStream(input, init);
    streams.all.push(stream);
    return Promise.resolve(new Response(stream.body, { headers: { 'content-type': 'text/event-stream' } }));
  });
  return streams;
}

/** What is under way between a stream and whoever follows it has arrived; real and faked clocks alike stand still meanwhile. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
