import type { Api } from '../api/client';
import type { ContactDetail, Preferences, Somebody } from '../api/types';
import type { Result } from '../result';
import type { Action } from '../ui/ActionMenu';
import { displayName } from '../ui/ContactSummary';
import { describe } from '../ui/failures';
import type { Format } from '../ui/format';
import { strings } from '../ui/strings';
import { toast } from '../ui/toast';

const dayMs = 86_400_000;
const longestYears = 5;

interface Around {
  /** The person leaves the list at once; called again with false where that was taken back or did not work. */
  readonly hide: (id: string, hidden: boolean) => void;
  /** What sent the person away can no longer be taken back. */
  readonly kept: (id: string) => void;
  /** Something is known anew of a person. */
  readonly changed: () => void;
}

type WishesApi = Pick<Api, 'contact' | 'prefer' | 'dismiss' | 'takeBack'>;

/** What the owner wants of people: each word is sent at once, and can be taken back. */
export function createWishes(api: WishesApi, { hide, kept, changed }: Around) {
  /** @returns Whether it worked; if not, it was said. */
  async function settle(id: string, answer: Promise<Result<unknown>>, said: string, leaves: boolean, undo: () => void): Promise<void> {
    const done = await answer;
    if (done.ok) {
      toast(said, undo, leaves ? () => {
        kept(id);
      } : null);
    } else {
      hide(id, false);
      toast(describe(done.failure).title);
    }
    changed();
  }

  async function takeBack(id: string, answer: Promise<Result<unknown>>): Promise<void> {
    hide(id, false);
    const done = await answer;
    toast(done.ok ? strings.actions.undone : describe(done.failure).title);
    changed();
  }

  /** What a change replaced comes back; whatever was wished since stays. */
  async function revert(id: string, before: Preferences, change: Partial<Preferences>): Promise<Result<unknown>> {
    const known = await api.contact(id);
    if (!known.ok) return known;
    const replaced = Object.fromEntries(Object.entries(before).filter(([key]) => key in change)) as Partial<Preferences>;
    return api.prefer(id, { ...known.value.preferences, ...replaced });
  }

  /** What was wished before is kept but for what changes. */
  async function wish(contact: Somebody, change: Partial<Preferences>, said: string, leaves: boolean): Promise<void> {
    const { id } = contact;
    if (leaves) hide(id, true);
    const known = await api.contact(id);
    if (!known.ok) {
      hide(id, false);
      toast(describe(known.failure).title);
      return;
    }
    const before = known.value.preferences;
    await settle(id, api.prefer(id, { ...before, ...change }), said, leaves, () => {
      void takeBack(id, revert(id, before, change));
    });
  }

  const snooze = (contact: Somebody, day: string, format: Format) =>
    wish(contact, { snoozedUntil: day, resting: false }, strings.actions.snoozed(displayName(contact), format.date(day)), true);

  return {
    changed,

    /** What can be done with a person of the list. */
    of(contact: Somebody, format: Format): readonly Action[] {
      const name = displayName(contact);
      const after = (days: number) => () => void snooze(contact, isoDay(days), format);
      return [
        { key: 'week', label: `${strings.actions.snooze} · ${strings.actions.week}`, icon: 'clock', run: after(7) },
        { key: 'month', label: `${strings.actions.snooze} · ${strings.actions.month}`, icon: 'clock', letter: 's', run: after(30) },
        { key: 'quarter', label: `${strings.actions.snooze} · ${strings.actions.quarter}`, icon: 'clock', run: after(91) },
        {
          key: 'date',
          label: strings.actions.date,
          icon: 'calendar',
          from: isoDay(1),
          to: isoDay(Math.floor(longestYears * 365)),
          run: (day) => {
            if (day !== undefined) void snooze(contact, day, format);
          },
        },
        {
          key: 'not-now',
          label: strings.actions.notNow,
          icon: 'close',
          letter: 'n',
          run: () => {
            hide(contact.id, true);
            void settle(contact.id, api.dismiss(contact.id), strings.actions.dismissed(name), true, () => {
              void takeBack(contact.id, api.takeBack(contact.id));
            });
          },
        },
        {
          key: 'rest',
          label: strings.actions.rest,
          icon: 'rest',
          run: () => void wish(contact, { resting: true, pinned: false, snoozedUntil: null }, strings.actions.resting(name), true),
        },
        {
          key: 'pin',
          label: strings.actions.pin,
          icon: 'pin',
          letter: 'p',
          run: () => void wish(contact, { pinned: true, resting: false }, strings.actions.pinned(name), false),
        },
      ];
    },

    /** Of a person who is open: all that is wished, replaced. */
    prefer: async (detail: ContactDetail, change: Partial<Preferences>, said: string | null): Promise<Result<ContactDetail>> => {
      const answer = await api.prefer(detail.id, { ...detail.preferences, ...change });
      // Whoever was sent away from the list before may be on it again by this word.
      if (answer.ok) hide(detail.id, false);
      if (!answer.ok) toast(describe(answer.failure).title);
      else if (said !== null) {
        toast(said, () => {
          void takeBack(detail.id, revert(detail.id, detail.preferences, change));
        });
      }
      changed();
      return answer;
    },
  };
}

export type Wishes = ReturnType<typeof createWishes>;

/** A day from today, as 2026-12-24. */
function isoDay(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}
