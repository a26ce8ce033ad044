import { signal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createFormat, type Format } from './format';

const tickMs = 30_000;

export const FormatContext = createContext<Format>(createFormat('en'));

export function useFormat(): Format {
  return useContext(FormatContext);
}

const clock = signal(Date.now());
setInterval(() => {
  clock.value = Date.now();
}, tickMs);

/** The time in milliseconds, good to half a minute: enough for «3 minutes ago». */
export const now: ReadonlySignal<number> = clock;
