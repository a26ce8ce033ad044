import { useId, useState } from 'preact/hooks';
import type { ContactState, ReconnectFilters } from '../../api/types';
import { useFormat } from '../../ui/context';
import { Icon } from '../../ui/Icon';
import { strings } from '../../ui/strings';
import type { ReconnectStore } from './reconnectStore';
import './filters.css';

const kinds = ['state', 'company', 'department', 'tag'] as const;
type Kind = (typeof kinds)[number];

const valuesOf = (filters: ReconnectFilters, kind: Kind) =>
  ({ state: filters.states, company: filters.companies, department: filters.departments, tag: filters.tags })[kind];

/** Narrows the list down; what it can be narrowed down by is asked for when it is opened. */
export function Filters({ store }: { readonly store: ReconnectStore }) {
  const [open, setOpen] = useState(false);
  const format = useFormat();
  const id = useId();
  const part = store.part.value;
  const filters = store.filters.value;
  const chosen = Object.keys(part).length;
  const choose = (kind: Kind, value: string) => {
    const { [kind]: _before, ...others } = part;
    void store.narrow(value === '' ? others : { ...others, [kind]: value });
  };
  return (
    <div class="filters">
      <div class="filters-head">
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-controls={id}
          data-testid="filters"
          onClick={() => {
            if (!open) void store.askFilters();
            setOpen(!open);
          }}
        >
          <Icon name="filter" size={16} />
          {strings.filters.open}
          {chosen > 0 && <span class="filters-count">{format.number(chosen)}</span>}
        </button>
        {chosen > 0 && (
          <button
            type="button"
            class="text-button"
            data-testid="filters-clear"
            onClick={() => {
              void store.narrow({});
            }}
          >
            {strings.filters.clear}
          </button>
        )}
      </div>
      <div class="filters-fields" id={id} hidden={!open || filters === null}>
        {filters !== null &&
          kinds.map((kind) => {
            const values = valuesOf(filters, kind);
            const value = part[kind];
            return (
              (values.length > 0 || value !== undefined) && (
                <label key={kind} class="filter">
                  {strings.filters[kind]}
                  <select
                    class="select"
                    value={value ?? ''}
                    data-testid={`filter-${kind}`}
                    onChange={(event) => {
                      choose(kind, event.currentTarget.value);
                    }}
                  >
                    <option value="">{strings.filters.any}</option>
                    {value !== undefined && !values.some((v) => v.value === value) && (
                      <option value={value}>{named(kind, value)}</option>
                    )}
                    {values.map((v) => (
                      <option key={v.value} value={v.value}>
                        {strings.filters.option(named(kind, v.value), format.number(v.people))}
                      </option>
                    ))}
                  </select>
                </label>
              )
            );
          })}
      </div>
    </div>
  );
}

function named(kind: Kind, value: string): string {
  return kind === 'state' && value in strings.state ? strings.state[value as ContactState] : value;
}

