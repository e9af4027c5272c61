import { Icon } from './icon.tsx'
import { Link } from './spans.tsx'
import type { Choice } from './wire.ts'
import { useSpeech } from './words/index.ts'

/** How choices are taken, and what was said after they were offered. */
export interface Choosing {
  /** What the visitor said next, in plain text; null while they may still choose. */
  readonly next: string | null
  readonly choose: (choice: Choice) => void
}

interface ChoicesProps {
  readonly options: readonly Choice[]
  readonly choosing: Choosing
}

/** Choices as buttons. Once anything was said they retire: what was chosen is marked, nothing can be tapped twice. */
export function Choices({ options, choosing }: ChoicesProps) {
  const { words } = useSpeech()
  const open = choosing.next === null
  return (
    <ul class={open ? 'choices' : 'choices retired'}>
      {options.map((choice) => (
        <li key={choice.id}>
          {choice.means.kind === 'url' ? (
            <Link to={choice.means.url}>
              <span dir="auto">{choice.label}</span>
              <Icon name="link" />
            </Link>
          ) : open ? (
            <button type="button" dir="auto" onClick={() => choosing.choose(choice)}>
              {choice.label}
            </button>
          ) : (
            <Retired
              label={choice.label}
              chosen={choice.label === choosing.next}
              word={words.chosen}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Retired(props: {
  readonly label: string
  readonly chosen: boolean
  readonly word: string
}) {
  if (!props.chosen) return <span dir="auto">{props.label}</span>
  return (
    <span class="chosen" dir="auto">
      <Icon name="check" />
      {props.label}
      <span class="heard"> ({props.word})</span>
    </span>
  )
}
