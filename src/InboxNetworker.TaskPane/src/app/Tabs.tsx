import { useFormat } from '../ui/context';
import { Icon, type IconName } from '../ui/Icon';
import { strings } from '../ui/strings';
import { places, type Navigation, type Place } from './navigation';

const icons: Readonly<Record<Place, IconName>> = {
  reconnect: 'person',
  alerts: 'bell',
  network: 'network',
  settings: 'settings',
};

const mostShown = 9;

interface TabsProps {
  readonly navigation: Navigation;
  /** Alerts that the user has not seen yet. */
  readonly unseen: number;
}

/** The parts of the pane: one is open, the arrows go from one to the next. */
export function Tabs({ navigation, unseen }: TabsProps) {
  const format = useFormat();
  const news = (place: Place) => (place === 'alerts' ? unseen : 0);
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
          aria-label={news(place) > 0 ? strings.places.unseen(strings.places[place], format.number(news(place))) : undefined}
          aria-selected={place === open}
          aria-controls="place"
          tabIndex={place === open ? 0 : -1}
          onClick={() => {
            navigation.go(place);
          }}
        >
          <Icon name={icons[place]} size={16} />
          <span class="tab-label">
            {strings.places[place]}
            {news(place) > 0 && (
              <span class="tab-badge" aria-hidden="true" data-testid="badge">
                {news(place) > mostShown ? `${mostShown}+` : format.number(news(place))}
              </span>
            )}
          </span>
        </button>
      ))}
    </div>
  );
}
