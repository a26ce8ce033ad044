import { credentials } from './credentials';

/** Takes server-sent events apart, however they come in pieces: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
export function eventParser(heard: (name: string, data: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const events = (rest + text).replaceAll('\r\n', '\n').split('\n\n');
    rest = events.pop() ?? '';
    for (const lines of events.map((event) => event.split('\n'))) {
      const field = (name: string) => lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length).trimStart());
      const data = field('data:');
      if (data.length > 0) heard(field('event:')[0] ?? 'message', data.join('\n'));
    }
  };
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
    const parse = eventParser(heard);
    const text = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) parse(text.decode(part.value, { stream: true }));
  } catch {
    // Out of reach, or called off: an end as any other.
  }
}
