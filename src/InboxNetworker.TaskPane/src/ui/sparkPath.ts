export interface SparkPaths {
  readonly line: string;
  readonly area: string;
}

/**
 * A line and the area beneath it, oldest value at the left, within `width` × `height`; half a pixel of the
 * line's width stays inside at the top and the bottom. Heights follow the square root, so that one busy month
 * does not flatten the rest. Null when nothing is there to draw.
 */
export function sparkPaths(values: readonly number[], width: number, height: number): SparkPaths | null {
  const peak = Math.max(0, ...values);
  if (values.length < 2 || peak === 0) return null;
  const step = width / (values.length - 1);
  const floor = height - 1;
  const points = values.map((value, index) => {
    const y = floor - Math.sqrt(Math.max(0, value) / peak) * (floor - 1);
    return `${round(index * step)} ${round(y)}`;
  });
  const line = `M${points.join('L')}`;
  return { line, area: `${line}L${round(width)} ${height}L0 ${height}Z` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
