import { readEvents } from './eventStream';

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

interface Heard<T> {
  readonly value: (value: T) => void;
  readonly open?: () => void;
  readonly lost?: () => void;
}

/**
 * Follows the server-sent events of one name, and opens the stream anew when it has ended, after a longer pause each time it does not open.
 * What is no value of the kind is passed over. Returns the function that stops it.
 */
export function followEvents<T>(url: string, name: string, is: (value: unknown) => value is T, heard: Heard<T>): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPauseMs;

  const listen = async () => {
    await readEvents(
      url,
      () => {
        pause = firstPauseMs;
        heard.open?.();
      },
      (event, data) => {
        const value = event === name ? parse(data) : null;
        if (!stopped.signal.aborted && is(value)) heard.value(value);
      },
      stopped.signal,
    );
    if (stopped.signal.aborted) return;
    heard.lost?.();
    timer = setTimeout(() => void listen(), pause);
    pause = Math.min(2 * pause, longestPauseMs);
  };

  void listen();
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
