import { strings } from './strings';

/** Grey shapes in the place of rows that are on their way. */
export function Skeleton({ rows, label = strings.common.loading }: { readonly rows: number; readonly label?: string }) {
  return (
    <div class="skeleton" role="status" data-testid="loading">
      <span class="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div class="skeleton-row" key={row} aria-hidden="true">
          <span class="skeleton-disc" />
          <span class="skeleton-lines">
            <span class="skeleton-line skeleton-short" />
            <span class="skeleton-line" />
            <span class="skeleton-line skeleton-middle" />
          </span>
        </div>
      ))}
    </div>
  );
}
