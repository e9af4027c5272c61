import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useSpeech } from './words/index.ts'

interface DialogProps {
  readonly label: string
  /** Its shape: a class of style/dialog.css. */
  readonly shape: 'drawer' | 'sheet' | 'lightbox' | 'question'
  readonly close: () => void
  readonly children: ComponentChildren
}

/** Something over the page. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export function Dialog({ label, shape, close, children }: DialogProps) {
  const { words } = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={shape}
      aria-label={label}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="dialog-inside">
        {shape !== 'question' && (
          <div class="dialog-head">
            <h2 dir="auto">{label}</h2>
            <button type="button" class="round" aria-label={words.close} onClick={close}>
              <Icon name="close" />
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  )
}
