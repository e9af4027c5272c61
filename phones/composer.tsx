import { useState } from 'preact/hooks'
import { Drawing } from '../page/icon.tsx'
import type { PhoneAct, ShownPhone } from './simulation.ts'

interface ComposerProps {
  readonly keyboard: ShownPhone['keyboard']
  /** What a tour is typing; null where the phone's owner types. */
  readonly typed: string | null
  readonly does: (done: PhoneAct) => void
}

/** Where somebody stands who sends a place: the middle of Mumbai. */
const somewhere = { latitude: 19.076, longitude: 72.8777 }

/** The line one types in, what can be sent besides, and the keys the desk put up. */
export function Composer({ keyboard, typed, does }: ComposerProps) {
  const [text, setText] = useState('')
  const send = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') return
    does({ kind: 'say', text })
    setText('')
  }
  return (
    <div class="composer">
      <form onSubmit={send}>
        <details class="attach">
          <summary aria-label="Attach">
            <Drawing path="M12 5v14M5 12h14" />
          </summary>
          <div class="attachments">
            <button type="button" onClick={() => does({ kind: 'place', ...somewhere })}>
              Location
            </button>
            <button type="button" onClick={() => does({ kind: 'photo', caption: '' })}>
              Photo
            </button>
          </div>
        </details>
        <input
          aria-label="Message"
          placeholder="Message"
          maxLength={4096}
          value={typed ?? text}
          readOnly={typed !== null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="send" aria-label="Send">
          <Drawing path="M5 12h13m-6-6 6 6-6 6" />
        </button>
      </form>
      {keyboard.length > 0 && (
        <div class="keys">
          {keyboard.map((row) => (
            <div class="row">
              {row.map(({ label }) => (
                <button type="button" onClick={() => does({ kind: 'press', label })}>
                  {label}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
