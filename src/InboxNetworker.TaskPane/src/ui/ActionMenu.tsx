import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon';
import { strings } from './strings';

/** Something that can be done with a person. */
export interface Action {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  /** The letter that does it from the list. */
  readonly letter?: string;
  /** The first day that can be chosen, where it needs one. */
  readonly from?: string;
  readonly to?: string;
  /** @param day As 2026-12-24, where it needs one. */
  readonly run: (day?: string) => void;
}

const margin = 8;

interface ActionMenuProps {
  readonly name: string;
  /** Asked only when the menu is opened: a list has many of them. */
  readonly actionsOf: () => readonly Action[];
}

/** What else can be done with a person, behind one button. */
export function ActionMenu({ name, actionsOf }: ActionMenuProps) {
  const [actions, setActions] = useState<readonly Action[]>([]);
  const [dated, setDated] = useState<Action | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const place = () => {
    const [around, own] = [button.current?.getBoundingClientRect(), panel.current];
    if (around === undefined || own === null) return;
    const below = around.bottom + 4;
    const fits = below + own.offsetHeight <= window.innerHeight - margin;
    own.style.top = `${Math.max(margin, fits ? below : around.top - own.offsetHeight - 4)}px`;
    own.style.left = `${Math.max(margin, around.right - own.offsetWidth)}px`;
  };
  const items = () => [...(panel.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const step = (by: number) => {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  useLayoutEffect(() => {
    if (actions.length === 0) return;
    place();
    items()[0]?.focus();
  }, [actions]);
  const choose = (action: Action) => {
    if (action.from !== undefined) {
      setDated(action);
      return;
    }
    panel.current?.hidePopover();
    action.run();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class="icon-button"
        aria-haspopup="menu"
        aria-label={strings.common.more(name)}
        title={strings.common.more(name)}
        popovertarget={id}
        data-testid="more"
      >
        <Icon name="more" size={16} />
      </button>
      <div
        id={id}
        ref={panel}
        class="menu"
        popover="auto"
        role={dated === null ? 'menu' : 'group'}
        aria-label={strings.common.more(name)}
        onToggle={(event) => {
          if (event.newState === 'open') {
            setActions(actionsOf());
          } else {
            setActions([]);
            setDated(null);
          }
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else return;
          event.preventDefault();
        }}
      >
        {dated === null ? (
          actions.map((action) => (
            <button
              type="button"
              key={action.key}
              role="menuitem"
              class="menu-item"
              tabIndex={-1}
              data-testid={`action-${action.key}`}
              onClick={() => {
                choose(action);
              }}
            >
              <Icon name={action.icon} size={16} />
              {action.label}
            </button>
          ))
        ) : (
          <DayForm
            action={dated}
            onChosen={(day) => {
              panel.current?.hidePopover();
              dated.run(day);
            }}
          />
        )}
      </div>
    </>
  );
}

function DayForm({ action, onChosen }: { readonly action: Action; readonly onChosen: (day: string) => void }) {
  const [day, setDay] = useState(action.from ?? '');
  return (
    <form
      class="menu-day"
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(day);
      }}
    >
      <label>
        {strings.actions.until}
        <input
          class="day-input"
          type="date"
          required
          autoFocus
          min={action.from}
          max={action.to}
          value={day}
          onInput={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
      </label>
      <button type="submit" class="menu-item menu-done" data-testid="day-chosen">
        {strings.actions.snooze}
      </button>
    </form>
  );
}
