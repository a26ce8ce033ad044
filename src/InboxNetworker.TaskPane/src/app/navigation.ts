import { signal } from '@preact/signals';
import type { ContactItem, Somebody } from '../api/types';
import type { DraftStore } from '../features/draft/draftStore';

export type View =
  | { readonly name: 'home' }
  | { readonly name: 'month' }
  | { readonly name: 'person'; readonly contact: ContactItem }
  | { readonly name: 'draft'; readonly contact: Somebody; readonly draft: DraftStore };

/** The parts of the pane, as its tabs name them. */
export const places = ['reconnect', 'alerts', 'network', 'settings'] as const;
export type Place = (typeof places)[number];
/** A part of a place that somebody is led to. */
export type Section = 'alerts';

/** The views opened one from another; those below the top stay as they were left. */
export function createNavigation() {
  const stack = signal<readonly View[]>([{ name: 'home' }]);
  const place = signal<Place>('reconnect');
  const section = signal<Section | null>(null);
  const go = (next: Place, part: Section | null = null) => {
    place.value = next;
    section.value = part;
    stack.value = stack.value.slice(0, 1);
  };
  const open = (view: View) => {
    stack.value = [...stack.value, view];
  };
  const back = () => {
    if (stack.value.length > 1) stack.value = stack.value.slice(0, -1);
  };
  /** Back to the message and the list, unless a draft is being written; one that is saved has no text to lose. */
  const home = () => {
    const top = stack.value.at(-1);
    const isDone = top?.name === 'person' || top?.name === 'month' || (top?.name === 'draft' && top.draft.state.value.kind === 'saved');
    if (isDone || top?.name === 'home') go('reconnect');
  };
  return { stack, place, section, go, open, back, home };
}

export type Navigation = ReturnType<typeof createNavigation>;
