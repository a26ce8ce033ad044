import { credentials } from './credentials';

/** Takes server-sent events apart, however they come in pieces: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
export class EventParser {
  readonly #heard: (name: string, data: string) => void;
  #rest = '';
  #name = '';
  #data: string[] = [];

  constructor(heard: (name: string, data: string) => void) {
    this.#heard = heard;
  }

  take(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    lines.forEach((line) => {
      this.#line(line);
    });
  }

  #line(line: string): void {
    if (line === '') {
      if (this.#data.length > 0) this.#heard(this.#name === '' ? 'message' : this.#name, this.#data.join('\n'));
      this.#name = '';
      this.#data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    if (field === 'data') this.#data.push(value);
  }
}

/**
 * Reads a stream of server-sent events to its end. The browser's own EventSource cannot send a header, and so could not be let in.
 * Resolves when the stream has ended, was refused or was called off.
 */
export async function readEvents(
  url: string,
  opened: () => void,
  heard: (name: string, data: string) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const headers = { Accept: 'text/event-stream', ...(await credentials()) };
    const response = await fetch(url, { headers, signal, cache: 'no-store' });
    if (!response.ok || response.body === null) return;
    opened();
    const parser = new EventParser(heard);
    const text = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) parser.take(text.decode(part.value, { stream: true }));
  } catch {
    // Out of reach, or called off: an end as any other.
  }
}
