import { useState } from 'preact/hooks';
import type { HistoryWeek } from '../../api/types';
import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import { byMonth, inPicture, silentFrom, totalOf, type Month } from './months';

const width = 288;
const half = 36;
const lane = 14;
const height = 2 * half + lane;
const axisUp = half;
const axisDown = half + lane;
/** Room for the word that names the silence. */
const named = 36;

interface HistoryPictureProps {
  readonly history: readonly HistoryWeek[];
  readonly now: number;
}

/**
 * Mail by month: the owner's above, theirs below, meetings as dots between; the silence since then is shaded. A
 * month is looked at with the pointer or the arrow keys.
 */
export function HistoryPicture({ history, now }: HistoryPictureProps) {
  const format = useFormat();
  const [chosen, setChosen] = useState<number | null>(null);
  const months = byMonth(history, now);
  const peak = Math.max(1, ...months.map((month) => Math.max(month.sent, month.received)));
  const step = width / months.length;
  const bar = Math.min(12, step - 2);
  const size = (count: number) => (count === 0 ? 0 : Math.max(2, Math.sqrt(count / peak) * (half - 2)));
  const from = months[0];
  const to = months.at(-1);
  if (from === undefined || to === undefined) return null;
  const silence = silentFrom(months);
  const silentWidth = (months.length - silence) * step;
  const looked = chosen === null ? undefined : months[chosen];
  return (
    <figure class="history">
      <svg
        class="history-picture"
        viewBox={`0 0 ${width} ${height}`}
        role="slider"
        tabIndex={0}
        aria-label={inWords(months)}
        aria-valuemin={1}
        aria-valuemax={months.length}
        aria-valuenow={(chosen ?? months.length - 1) + 1}
        aria-valuetext={caption(looked ?? to)}
        data-testid="history"
        onPointerMove={(event) => {
          const { left, width: across } = event.currentTarget.getBoundingClientRect();
          setChosen(inPicture(Math.floor(((event.clientX - left) / across) * months.length), months.length));
        }}
        onPointerLeave={() => {
          setChosen(null);
        }}
        onBlur={() => {
          setChosen(null);
        }}
        onKeyDown={(event) => {
          const next = nextMonth(event.key, chosen ?? months.length - 1, chosen === null);
          if (next === null) return;
          event.preventDefault();
          setChosen(inPicture(next, months.length));
        }}
      >
        {silentWidth > 0 && silence > 0 && (
          <rect class="history-silence" x={width - silentWidth} y="0" width={silentWidth} height={height} rx="2" />
        )}
        {chosen !== null && <rect class="history-hit" x={chosen * step} y="0" width={step} height={height} rx="2" />}
        <line class="history-axis" x1="0" x2={width} y1={axisUp} y2={axisUp} />
        <line class="history-axis" x1="0" x2={width} y1={axisDown} y2={axisDown} />
        {months.map((month, place) => {
          const x = place * step + (step - bar) / 2;
          return (
            <g key={month.start}>
              <rect
                class="history-sent"
                x={x}
                y={axisUp - size(month.sent)}
                width={bar}
                height={size(month.sent)}
                rx="1"
              />
              <rect class="history-received" x={x} y={axisDown} width={bar} height={size(month.received)} rx="1" />
              {month.meetings > 0 && (
                <circle
                  class="history-meeting"
                  cx={place * step + step / 2}
                  cy={half + lane / 2}
                  r={Math.min(3, step / 2 - 0.5)}
                />
              )}
            </g>
          );
        })}
        {silentWidth >= named && silence > 0 && (
          <text class="history-quiet" x={width - silentWidth / 2} y={half / 2 + 4} text-anchor="middle">
            {strings.person.quiet}
          </text>
        )}
      </svg>
      <figcaption class="history-caption" aria-hidden={looked !== undefined}>
        {looked === undefined ? (
          <>
            <span>{format.month(from.start)}</span>
            <span>{format.month(to.start)}</span>
          </>
        ) : (
          <span class="history-month" data-testid="history-month">
            {caption(looked)}
          </span>
        )}
      </figcaption>
    </figure>
  );

  function caption(month: Month): string {
    const parts = [
      month.sent > 0 && `${strings.person.sent} ${format.number(month.sent)}`,
      month.received > 0 && `${strings.person.received} ${format.number(month.received)}`,
      month.meetings > 0 && `${strings.person.meetings} ${format.number(month.meetings)}`,
    ].filter((part) => part !== false);
    return [format.month(month.start), ...(parts.length === 0 ? [strings.person.nothing] : parts)].join(' · ');
  }

  function inWords(all: readonly Month[]): string {
    const ends = [format.month(all[0]?.start ?? now), format.month(all.at(-1)?.start ?? now)] as const;
    const last = all.findLast((month) => totalOf(month) > 0);
    if (last === undefined) return strings.person.emptyPicture(...ends);
    const busiest = all.reduce((best, month) => (totalOf(month) > totalOf(best) ? month : best));
    return strings.person.picture(...ends, format.month(busiest.start), format.month(last.start));
  }
}

/** The month a key leads to, perhaps beyond an end; null for a key that leads nowhere. The first press shows the month it begins at. */
function nextMonth(key: string, at: number, first: boolean): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return first ? at : at - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return first ? at : at + 1;
    case 'Home':
      return 0;
    case 'End':
      return Infinity;
    default:
      return null;
  }
}
