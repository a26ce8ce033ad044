import { sparkPaths } from './sparkPath';

const width = 132;
const height = 24;

/** Decoration: the reasons say in words what it shows. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const paths = sparkPaths(values, width, height);
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line class="sparkline-floor" x1="0" y1={height - 0.5} x2={width} y2={height - 0.5} />
      {paths !== null && <path class="sparkline-area" d={paths.area} />}
      {paths !== null && <path class="sparkline-line" d={paths.line} />}
    </svg>
  );
}
