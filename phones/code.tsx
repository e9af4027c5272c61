import { useEffect, useRef } from 'preact/hooks'
import { encode } from 'uqr'

interface CodeProps {
  readonly address: string | null
  readonly close: () => void
}

/** A code that opens the page on a phone in the same network; how to allow that, while nobody else is let in. */
export function Code({ address, close }: CodeProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="code" ref={dialog} onClose={close}>
      <h2>On a phone in the same network</h2>
      {address === null ? (
        <p>
          Only this computer is let in. Start again with <code>--host 0.0.0.0</code>, in a network
          you trust.
        </p>
      ) : (
        <>
          <Squares text={address} />
          <p>
            <a href={address}>{address}</a>
          </p>
        </>
      )}
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  )
}

function Squares({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="squares" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`Code of ${text}`}>
      <path d={dark.join('')} />
    </svg>
  )
}
