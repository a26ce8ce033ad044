import type { HistoryWeek } from '../../api/types';
import { useFormat } from '../../ui/context';
import { strings } from '../../ui/strings';
import { byMonth, totalOf, type Month } from './months';

const width = 288;
const half = 36;
const lane = 14;
const height = 2 * half + lane;
const axisUp = half;
const axisDown = half + lane;

/** Mail by month: the owner's above, theirs below, meetings as dots between; silence is empty space. */
export function HistoryPicture({ history, now }: { readonly history: readonly HistoryWeek[]; readonly now: number }) {
  const format = useFormat();
  const months = byMonth(history, now);
  const peak = Math.max(1, ...months.map((month) => Math.max(month.sent, month.received)));
  const step = width / months.length;
  const bar = Math.min(12, step - 2);
  const size = (count: number) => (count === 0 ? 0 : Math.max(2, Math.sqrt(count / peak) * (half - 2)));
  const from = months[0];
  const to = months.at(-1);
  if (from === undefined || to === undefined) return null;
  return (
    <figure class="history">
      <svg class="history-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inWords(months)}>
        <line class="history-axis" x1="0" x2={width} y1={axisUp} y2={axisUp} />
        <line class="history-axis" x1="0" x2={width} y1={axisDown} y2={axisDown} />
        {months.map((month, place) => {
          const x = place * step + (step - bar) / 2;
          return (
            <g key={month.start}>
              <title>{`${format.month(month.start)}: ${caption(month)}`}</title>
              <rect class="history-hit" x={place * step} y="0" width={step} height={height} />
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
      </svg>
      <figcaption class="history-caption">
        <span>{format.month(from.start)}</span>
        <span>{format.month(to.start)}</span>
      </figcaption>
    </figure>
  );

  function caption(month: Month): string {
    return [
      `${strings.person.sent} ${format.number(month.sent)}`,
      `${strings.person.received} ${format.number(month.received)}`,
      `${strings.person.meetings} ${format.number(month.meetings)}`,
    ].join(', ');
  }

  function inWords(all: readonly Month[]): string {
    const ends = [format.month(all[0]?.start ?? now), format.month(all.at(-1)?.start ?? now)] as const;
    const last = all.findLast((month) => totalOf(month) > 0);
    if (last === undefined) return strings.person.emptyPicture(...ends);
    const busiest = all.reduce((best, month) => (totalOf(month) > totalOf(best) ? month : best));
    return strings.person.picture(...ends, format.month(busiest.start), format.month(last.start));
  }
}
