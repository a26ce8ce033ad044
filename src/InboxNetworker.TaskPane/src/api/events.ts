const reconnectMs = 15_000;

interface Heard<T> {
  readonly value: (value: T) => void;
  readonly open?: () => void;
  readonly lost?: () => void;
}

/**
 * Follows the server-sent events of one name, and opens the stream anew when the browser has given it up. What is
 * no value of the kind is passed over. Returns the function that stops it.
 */
export function followEvents<T>(url: string, name: string, is: (value: unknown) => value is T, heard: Heard<T>): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = () => {
    source = new EventSource(url);
    source.addEventListener('open', () => heard.open?.());
    source.addEventListener(name, (event: MessageEvent<unknown>) => {
      const value = parse(event.data);
      if (is(value)) heard.value(value);
    });
    source.addEventListener('error', () => {
      heard.lost?.();
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(timer);
        timer = setTimeout(listen, reconnectMs);
      }
    });
  };

  listen();
  return () => {
    source?.close();
    clearTimeout(timer);
  };
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
