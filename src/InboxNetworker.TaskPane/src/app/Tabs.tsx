import { Icon, type IconName } from '../ui/Icon';
import { strings } from '../ui/strings';
import { places, type Navigation, type Place } from './navigation';

const icons: Readonly<Record<Place, IconName>> = {
  reconnect: 'person',
  alerts: 'bell',
  network: 'network',
  settings: 'settings',
};

/** The parts of the pane: one is open, the arrows go from one to the next. */
export function Tabs({ navigation }: { readonly navigation: Navigation }) {
  const open = navigation.place.value;
  const go = (by: number, from: HTMLElement) => {
    const next = places[(places.indexOf(open) + by + places.length) % places.length] ?? open;
    navigation.go(next);
    from.closest('[role="tablist"]')?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={strings.places.label}
      onKeyDown={(event) => {
        if (!(event.target instanceof HTMLElement)) return;
        if (event.key === 'ArrowRight') go(1, event.target);
        else if (event.key === 'ArrowLeft') go(-1, event.target);
        else return;
        event.preventDefault();
      }}
    >
      {places.map((place) => (
        <button
          type="button"
          key={place}
          role="tab"
          id={`tab-${place}`}
          class="tab"
          data-place={place}
          aria-selected={place === open}
          aria-controls="place"
          tabIndex={place === open ? 0 : -1}
          onClick={() => {
            navigation.go(place);
          }}
        >
          <Icon name={icons[place]} size={16} />
          <span class="tab-label">{strings.places[place]}</span>
        </button>
      ))}
    </div>
  );
}
