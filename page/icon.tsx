/** The page's own drawings, in a square of 24. */
export const paths = {
  send: 'M12 19V5m-6 6 6-6 6 6',
  again: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5',
  moon: 'M20 14.2A8 8 0 0 1 9.8 4a8 8 0 1 0 10.2 10.2Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  grid: 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z',
  phone:
    'M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.5 5.5a2 2 0 0 1 2-2Z',
  mobile: 'M7.5 2.5h9a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1ZM11 18.5h2',
  mail: 'M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5',
  link: 'M13.5 4.5h6v6M19 5l-8.5 8.5M17.5 14v5.5h-13v-13H10',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  document: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6',
  check: 'M5 12.5 10 17.5 19 7',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  alert: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8v4.5M12 16v.01',
  offline:
    'M4 4l16 16M8.5 15.5a5 5 0 0 1 6.6-.4M5.5 12a9.5 9.5 0 0 1 4-2.3M2.5 8.5a14 14 0 0 1 4-2.5M12.5 9.3a9.5 9.5 0 0 1 6 2.7M10.5 5.1a14 14 0 0 1 11 3.4M12 19v.01',
  layers: 'M12 3.5 3.5 8 12 12.5 20.5 8ZM4 12l8 4.5 8-4.5M4 16l8 4.5 8-4.5',
  language:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  down: 'M12 5v14m-6-6 6 6 6-6',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof paths

/** A line drawing beside words that say the same, so it is hidden from those who listen. */
export function Icon({ name }: { readonly name: IconName }) {
  return <Drawing path={paths[name]} name={name} />
}

/** A path in a square of 24, drawn as a line. */
export function Drawing(props: { readonly path: string; readonly name?: IconName }) {
  const own = props.name === undefined ? '' : ` icon-${props.name}`
  return (
    <svg class={`icon${own}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={props.path} />
    </svg>
  )
}
