const shapes = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  mail: 'M3.5 5.5h13v9h-13zM3.5 6l6.5 5 6.5-5',
  calendar: 'M4 5.5h12v10.5H4zM4 8.5h12M7 3.5v3.5M13 3.5v3.5',
  person: 'M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM4.5 16c.4-2.4 2.4-3.5 5.5-3.5s5.1 1.1 5.5 3.5',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4ZM12.7 12.7 16.5 16.5',
  close: 'M5 5l10 10M15 5 5 15',
  inbox: 'M4.5 4.5h11l1.5 7v4h-14v-4zM3 11.5h4l1 2h4l1-2h4',
  sent: 'M3.5 4 17 10 3.5 16l2-6zM5.5 10H11',
  drafts: 'M4 16l.9-3.6L13.5 3.8l2.7 2.7-8.6 8.6zM11.7 5.6l2.7 2.7',
  refresh: 'M15.8 8.5A6 6 0 1 0 16 11M16 4.5v4h-4',
  chevron: 'M6 8l4 4 4-4',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  info: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 9v4.5M10 6.5v.2',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14v.2',
  more: 'M4.4 10h.2M9.9 10h.2M15.4 10h.2',
  clock: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM10 6.5V10l2.5 1.5',
  rest: 'M15.5 12A6.5 6.5 0 0 1 8 4.5a6 6 0 1 0 7.5 7.5Z',
  pin: 'M12.2 3.5 16.5 7.8l-2.6.8-2.5 2.5-.4 3.4-5.5-5.5 3.4-.4 2.5-2.5zM8.2 11.8 4 16',
  bell: 'M6 13V9a4 4 0 0 1 8 0v4l1.2 1.5H4.8zM8.5 16.5a1.6 1.6 0 0 0 3 0',
  network: 'M10 3.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM5 12.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM15 12.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM9 7.3 6 12.6M11 7.3l3 5.3M7 14.5h6',
  settings: 'M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5 15 15M15 5l-1.5 1.5M6.5 13.5 5 15',
  filter: 'M3.5 5.5h13M6 10h8M8.5 14.5h3',
  shield: 'M10 3l6 2v4.5c0 3.5-2.5 6-6 7.5-3.5-1.5-6-4-6-7.5V5z',
  leaf: 'M5 15c0-7 4-10.5 10.5-10.5C15.5 11 12.5 15 7 15c-1 0-2-.3-2-.3M4 16.5C6 12 8.5 10 11.5 8.5',
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing, 20 units square, in the colour of the text around it. */
export function Icon({
  name,
  slot,
  size = 20,
}: {
  readonly name: IconName;
  readonly slot?: 'start';
  readonly size?: 16 | 20 | 24;
}) {
  return (
    <svg class="icon" slot={slot} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={name === 'more' ? 2 : 1.25}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
