import { useEffect, useRef } from 'preact/hooks'
import { Bubble } from './bubble.tsx'
import { Composer } from './composer.tsx'
import { act, type PhoneAct, type PhonesPage, type ShownPhone } from './simulation.ts'
import { nameOf } from './skins.ts'

interface PhoneProps {
  readonly phone: ShownPhone
  readonly page: PhonesPage
  /** Whether it is the one shown where there is room for one. */
  readonly isInFront: boolean
  /** What a tour is typing on it; null where nobody but its owner does. */
  readonly typed: string | null
}

/** One phone with one app, in a chat with the desk. */
export function Phone({ phone, page, isInFront, typed }: PhoneProps) {
  const does = (done: PhoneAct) => void act(phone.name, done)
  const app = nameOf(phone.skin) ?? phone.name
  return (
    <section class={`phone ${phone.skin}${isInFront ? ' front' : ''}`} aria-label={app}>
      <div class="glass">
        <header class="chat-bar">
          <span class="face" style={{ background: page.color }} aria-hidden="true">
            {page.logo === null ? page.name.slice(0, 1) : <img src={page.logo} alt="" />}
          </span>
          <span class="who">
            <strong>{page.name}</strong>
            <small>{phone.typing ? 'typing…' : 'online'}</small>
          </span>
        </header>
        {phone.note !== null && <p class="note">{phone.note}</p>}
        <Chat phone={phone} base={page.base} does={does} />
        {phone.begin === null ? (
          <Composer keyboard={phone.keyboard} typed={typed} does={does} />
        ) : (
          <button type="button" class="begin" onClick={() => does({ kind: 'begin' })}>
            {phone.begin}
          </button>
        )}
      </div>
    </section>
  )
}

function Chat(props: {
  readonly phone: ShownPhone
  readonly base: string
  readonly does: (done: PhoneAct) => void
}) {
  const { bubbles } = props.phone
  const log = useRef<HTMLDivElement>(null)
  useEffect(() => log.current?.scrollTo({ top: log.current.scrollHeight }), [bubbles.length])
  return (
    <div class="chat" role="log" tabIndex={0} ref={log}>
      {bubbles.map((bubble) => (
        <Bubble
          key={bubble.id}
          bubble={bubble}
          base={props.base}
          tap={(button) => props.does({ kind: 'tap', bubble: bubble.id, button })}
        />
      ))}
    </div>
  )
}
