import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ContactDetail, Preferences } from '../../api/types';
import type { Result } from '../../result';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';

const rhythms = [1, 2, 4, 6, 8, 12, 26, 52];
const longestNote = 2_000;
const longestTag = 40;
const restMs = 900;

/** @param said Told with the way back; null where what is seen says enough. */
export type Wish = (change: Partial<Preferences>, said: string | null) => Promise<Result<ContactDetail>>;

interface OwnersWishesProps {
  readonly contact: ContactDetail;
  readonly wish: Wish;
}

/** Rhythm, tags and a note: what the owner wants of a relationship. */
export function OwnersWishes({ contact, wish }: OwnersWishesProps) {
  const format = useFormat();
  const { everyWeeks } = contact.preferences;
  return (
    <section class="person-section" data-testid="wishes">
      <h3>{strings.person.wishes}</h3>
      <Standing contact={contact} wish={wish} />
      <label class="wish">
        {strings.person.rhythm}
        <select
          class="select"
          value={everyWeeks === null ? '' : String(everyWeeks)}
          data-testid="rhythm"
          onChange={(event) => {
            const { value } = event.currentTarget;
            void wish({ everyWeeks: value === '' ? null : Number(value) }, strings.actions.changed);
          }}
        >
          <option value="">{strings.person.rhythmNone}</option>
          {[...new Set([...rhythms, ...(everyWeeks === null ? [] : [everyWeeks])])]
            .sort((a, b) => a - b)
            .map((weeks) => (
              <option key={weeks} value={String(weeks)}>
                {strings.person.everyWeeks(weeks, format.number(weeks))}
              </option>
            ))}
        </select>
      </label>
      <Tags contact={contact} wish={wish} />
      <Note contact={contact} wish={wish} />
    </section>
  );
}

/** What holds now and can be ended: a snooze, a rest, a pin. */
function Standing({ contact, wish }: OwnersWishesProps) {
  const format = useFormat();
  const { snoozedUntil, resting, pinned } = contact.preferences;
  const now = [
    snoozedUntil !== null && {
      key: 'snooze',
      text: strings.person.snoozedUntil(format.date(snoozedUntil)),
      end: { snoozedUntil: null },
    },
    resting && { key: 'rest', text: strings.person.resting, end: { resting: false } },
    pinned && { key: 'pin', text: strings.person.pinned, end: { pinned: false } },
  ].filter((one) => one !== false);
  return (
    <>
      {now.map(({ key, text, end }) => (
        <p class="standing" key={key} data-testid={`standing-${key}`}>
          {text}
          <button
            type="button"
            class="text-button"
            onClick={() => {
              void wish(end, strings.actions.changed);
            }}
          >
            {strings.person.wake}
          </button>
        </p>
      ))}
    </>
  );
}

function Tags({ contact, wish }: OwnersWishesProps) {
  const [typed, setTyped] = useState('');
  const tags = contact.preferences.tags ?? [];
  const add = () => {
    const tag = typed.trim();
    if (tag === '') return;
    setTyped('');
    if (tags.some((other) => other.toLowerCase() === tag.toLowerCase())) return;
    void wish({ tags: [...tags, tag] }, strings.actions.changed);
  };
  return (
    <div class="wish">
      <span id="tags-label">{strings.person.tags}</span>
      <ul class="tags" aria-labelledby="tags-label">
        {tags.map((tag) => (
          <li class="tag" key={tag}>
            <bdi>{tag}</bdi>
            <button
              type="button"
              class="tag-remove"
              aria-label={`${strings.common.remove}: ${tag}`}
              onClick={() => {
                void wish({ tags: tags.filter((other) => other !== tag) }, strings.actions.changed);
              }}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
        <li class="tag-new">
          <input
            class="field"
            value={typed}
            maxLength={longestTag}
            aria-label={strings.person.addTag}
            placeholder={strings.person.addTag}
            data-testid="tag"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ',') return;
              event.preventDefault();
              add();
            }}
            onBlur={add}
          />
        </li>
      </ul>
    </div>
  );
}

/** Saved by itself when the typing rests; what could not be saved stays in the field. */
function Note({ contact, wish }: OwnersWishesProps) {
  const kept = contact.preferences.note ?? '';
  const [text, setText] = useState(kept);
  const [told, setTold] = useState<'saved' | 'kept' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const id = useId();
  const latest = useRef({ wish, text, kept });
  latest.current = { wish, text, kept };
  const save = async () => {
    clearTimeout(timer.current);
    const { wish: say, text: note, kept: before } = latest.current;
    if (note.trim() === before.trim()) return;
    const answer = await say({ note: note.trim() === '' ? null : note }, null);
    setTold(answer.ok ? 'saved' : 'kept');
  };
  // Whoever goes back in the middle of a word loses nothing.
  useEffect(() => () => void save(), []);
  return (
    <div class="wish">
      <label for={id}>
        {strings.person.note}
        <span class={told === 'kept' ? 'wish-kept' : 'wish-saved'} role="status">
          {told === 'saved' && strings.common.saved}
          {told === 'kept' && strings.person.noteKept}
        </span>
      </label>
      <textarea
        id={id}
        class="field note"
        rows={3}
        maxLength={longestNote}
        placeholder={strings.person.notePlaceholder}
        value={text}
        data-testid="note"
        onInput={(event) => {
          setText(event.currentTarget.value);
          setTold(null);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void save(), restMs);
        }}
        onBlur={() => void save()}
      />
    </div>
  );
}
