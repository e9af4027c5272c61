import { useState } from 'preact/hooks'
import { Code } from './code.tsx'
import { advance, type PhonesPage, reset, type ShownPhone } from './simulation.ts'
import { nameOf } from './skins.ts'
import type { Playing } from './use-tour.ts'

interface TopBarProps {
  readonly page: PhonesPage
  readonly phones: readonly ShownPhone[]
  /** The phone a tour plays on, by its place. */
  readonly front: number
  readonly bringToFront: (place: number) => void
  readonly tour: Playing
}

/** Which phone, which tour, and a fresh start. */
export function TopBar({ page, phones, front, bringToFront, tour }: TopBarProps) {
  const [isCodeOpen, setCodeOpen] = useState(false)
  const startAfresh = () => {
    tour.stop()
    void reset()
  }
  return (
    <header class="top-bar">
      <h1>{page.name}</h1>
      {phones.length > 1 && <Switch phones={phones} front={front} bringToFront={bringToFront} />}
      <Tours page={page} phone={phones[front]} tour={tour} />
      <button type="button" onClick={startAfresh}>
        Start afresh
      </button>
      {phones.some(({ note }) => note !== null) && (
        <button type="button" class="wide-only" onClick={() => void advance(24)}>
          A day later
        </button>
      )}
      <a class="link wide-only" href="/">
        Web page
      </a>
      <button type="button" class="wide-only" onClick={() => setCodeOpen(true)}>
        On my phone
      </button>
      {isCodeOpen && <Code address={page.address} close={() => setCodeOpen(false)} />}
    </header>
  )
}

function Switch(props: Pick<TopBarProps, 'phones' | 'front' | 'bringToFront'>) {
  return (
    <div class="switch" role="group" aria-label="Phone">
      {props.phones.map(({ name, skin }, i) => (
        <button
          key={name}
          type="button"
          aria-pressed={i === props.front}
          onClick={() => props.bringToFront(i)}
        >
          {nameOf(skin) ?? name}
        </button>
      ))}
    </div>
  )
}

function Tours(
  props: Pick<TopBarProps, 'page' | 'tour'> & { readonly phone?: ShownPhone | undefined },
) {
  const { page, phone, tour } = props
  const [chosen, setChosen] = useState(0)
  const picked = page.tours[chosen]
  const start = () => {
    if (picked !== undefined && phone !== undefined) tour.start(picked, phone.name)
  }
  return (
    <div class="tours">
      <select
        aria-label="Tour"
        value={chosen}
        disabled={tour.isPlaying}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
      >
        {page.tours.map(({ title }, i) => (
          <option key={i} value={i}>
            {title}
          </option>
        ))}
      </select>
      {tour.isPlaying ? (
        <button type="button" onClick={tour.stop}>
          Stop
        </button>
      ) : (
        <button type="button" class="main" disabled={picked === undefined} onClick={start}>
          Play
        </button>
      )}
    </div>
  )
}
