import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { FilteredItem, FilteredPage } from '../../api/types';
import type { Result } from '../../result';
import { Button } from '../../ui/Button';
import { displayName } from '../../ui/ContactSummary';
import { useFormat } from '../../ui/context';
import { describe } from '../../ui/failures';
import { FailureNotice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { strings } from '../../ui/strings';
import { toast } from '../../ui/toast';
import type { SettingsApi } from './SettingsView';

/** A glance first, whole pages when they are asked for. */
const firstPage = 5;
const pageSize = 20;

interface LeftOutProps {
  readonly api: SettingsApi;
  readonly onChanged: () => void;
}

/** Who is left out and by which rule; each can be brought back, and what was decided can be left to the rules again. */
export function LeftOut({ api, onChanged }: LeftOutProps) {
  const answer = useSignal<Result<FilteredPage> | null>(null);
  const query = useSignal('');
  const turn = useRef(0);
  const format = useFormat();
  const wanted = () => (query.value.trim() === '' ? {} : { query: query.value.trim() });
  const load = async () => {
    const mine = ++turn.current;
    const next = await api.filtered({ limit: firstPage, ...wanted() });
    if (mine === turn.current) answer.value = next;
  };
  const more = async (cursor: string) => {
    const mine = ++turn.current;
    const next = await api.filtered({ limit: pageSize, cursor, ...wanted() });
    const shown = answer.value;
    if (mine !== turn.current || shown?.ok !== true) return;
    answer.value = next.ok ? { ok: true, value: { ...next.value, items: [...shown.value.items, ...next.value.items] } } : next;
  };
  useEffect(() => void load(), []);
  const choose = async (pattern: string, leftOut: boolean | null, before: boolean | null, said: string) => {
    const done = await api.chooseFiltered(pattern, leftOut);
    if (done.ok) {
      toast(said, () => {
        void api.chooseFiltered(pattern, before).then((back) => {
          toast(back.ok ? strings.actions.undone : describe(back.failure).title);
          onChanged();
          void load();
        });
      });
    } else {
      toast(describe(done.failure).title);
    }
    onChanged();
    await load();
  };
  const page = answer.value;
  const summary = ({ items, rules }: FilteredPage) => {
    const all = rules.reduce((sum, rule) => sum + rule.count, 0);
    if (all === 0) return strings.settings.leftOutNone;
    return items.length === 0 ? strings.settings.leftOutNoMatch : strings.settings.leftOutCount(all, format.number(all));
  };
  return (
    <section data-testid="left-out">
      <h2>{strings.settings.leftOut}</h2>
      <p>{strings.settings.leftOutDetail}</p>
      <input
        class="field"
        type="search"
        aria-label={strings.settings.search}
        placeholder={strings.settings.search}
        value={query.value}
        maxLength={200}
        data-testid="left-out-search"
        onInput={(event) => {
          query.value = event.currentTarget.value;
          void load();
        }}
      />
      {page === null && <Skeleton rows={2} />}
      {page?.ok === false && <FailureNotice failure={page.failure} onRetry={() => void load()} />}
      {page?.ok === true && (
        <>
          {page.value.choices.length > 0 && (
            <>
              <h3>{strings.settings.choices}</h3>
              <ul class="settings-list">
                {page.value.choices.map((choice) => (
                  <li key={choice.pattern} class="settings-row">
                    <bdi class="settings-text">
                      {choice.leftOut ? strings.settings.out(choice.pattern) : strings.settings.kept(choice.pattern)}
                    </bdi>
                    <button
                      type="button"
                      class="text-button"
                      aria-label={`${strings.settings.forget}: ${choice.pattern}`}
                      onClick={() => void choose(choice.pattern, null, choice.leftOut, strings.actions.changed)}
                    >
                      {strings.settings.forget}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="card-line" role="status">
            {summary(page.value)}
          </p>
          <ul class="settings-list">
            {page.value.items.map((item) => (
              <Row key={item.id} item={item} onBack={() => void choose(item.address, false, null, strings.settings.broughtBack(displayName(item)))} />
            ))}
          </ul>
          {page.value.nextCursor !== null && (
            <Button
              testId="left-out-more"
              onClick={() => {
                const cursor = page.value.nextCursor;
                if (cursor !== null) void more(cursor);
              }}
            >
              {strings.reconnect.showMore}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Row({ item, onBack }: { readonly item: FilteredItem; readonly onBack: () => void }) {
  return (
    <li class="settings-row" data-testid="left-out-item">
      <span class="settings-text">
        <bdi>{displayName(item)}</bdi>
        {displayName(item) !== item.address && <bdi class="card-line settings-why">{item.address}</bdi>}
        <span class="card-line settings-why">{strings.settings.rules[item.code] ?? item.text}</span>
      </span>
      <button
        type="button"
        class="text-button"
        aria-label={`${strings.settings.bringBack}: ${displayName(item)}`}
        onClick={onBack}
      >
        {strings.settings.bringBack}
      </button>
    </li>
  );
}
