import type { TopicIcon as Drawn } from '../src/model/topic-icon.ts'
import { firstLetter } from './first-letter.ts'
import { Drawing, paths } from './icon.tsx'
import type { Topic } from './wire.ts'

const drawings: Readonly<Record<Drawn, string>> = {
  bed: 'M3.5 19.5v-14M3.5 16.5h17M20.5 19.5v-6a3 3 0 0 0-3-3h-7v6M7 9.7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  book: 'M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2ZM12 6.5v14',
  building:
    'M3.5 9.5 12 4.5l8.5 5ZM5.5 12.5v4.5M9.8 12.5v4.5M14.2 12.5v4.5M18.5 12.5v4.5M3.5 20h17',
  bus: 'M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10h-17V7A1.5 1.5 0 0 1 5 5.5ZM3.5 12h17M7.5 19.5V17M16.5 19.5V17M7 14.5v.01M17 14.5v.01',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8M8.5 15h2M13.5 15h2',
  checklist: 'M5.5 3.5h13v17h-13zM8.5 8.8l1 1 2-2.3M14 9h1.5M8.5 14.8l1 1 2-2.3M14 15h1.5',
  clock: paths.clock,
  cup: 'M5 9h12v6a4.5 4.5 0 0 1-4.5 4.5h-3A4.5 4.5 0 0 1 5 15ZM17 10.5h1.5a2.25 2.25 0 0 1 0 4.5H17M9 3.5v2.5M13 3.5v2.5',
  form: 'M12.5 20.5h-7v-17h8l5 5v3M13.5 3.5v5h5M8.5 13h4M20 14l-4.5 4.5-.5 2 2-.5 4.5-4.5Z',
  heart:
    'M12 20C6.5 16 3.5 12.8 3.5 9.2A4.2 4.2 0 0 1 12 7.8a4.2 4.2 0 0 1 8.5 1.4c0 3.6-3 6.8-8.5 10.8Z',
  map: 'M3.5 6.5 9 4l6 2.5L20.5 4v13.5L15 20l-6-2.5L3.5 20ZM9 4v13.5M15 6.5V20',
  megaphone: 'M4 10v4h3.5L15 18.5v-13L7.5 10ZM8 14.5 9.5 19.5H12L10.8 16M18 9.2a4 4 0 0 1 0 5.6',
  money: 'M3.5 6.5h17v11h-17zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM6.5 12v.01M17.5 12v.01',
  people:
    'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19.5c.4-3.4 3-5.2 6.5-5.2s6.1 1.8 6.5 5.2M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.8 14.7c2.2.6 3.5 2.3 3.7 4.8',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  phone: paths.phone,
  screen: 'M3.5 5h17v11h-17zM8.5 20h7M12 16v4',
  smile:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 9.7v.01M15 9.7v.01M8.5 14c1.8 2.4 5.2 2.4 7 0',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z',
}

/** The sign of a topic: one of the drawings, an emoji of the owner's, or else its first letter. */
export function TopicIcon({ topic }: { readonly topic: Topic }) {
  return (
    <span class="tile-icon" aria-hidden="true">
      {isDrawn(topic.icon) ? (
        <Drawing path={drawings[topic.icon]} />
      ) : (
        (topic.icon ?? firstLetter(topic.title))
      )}
    </span>
  )
}

function isDrawn(icon: string | null): icon is Drawn {
  return icon !== null && Object.hasOwn(drawings, icon)
}
