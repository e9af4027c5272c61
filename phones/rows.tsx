import { useRef } from 'preact/hooks'
import type { PhoneList } from './simulation.ts'

interface RowsProps {
  readonly list: PhoneList
  readonly tap: (row: string) => void
}

/** A button that opens a list over the chat, to choose one row of it. */
export function Rows({ list, tap }: RowsProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  const open = () => {
    if (sheet.current === null) return
    // What is modal lies over the whole page; this stands where the phone does.
    const glass = sheet.current.closest('.glass')?.getBoundingClientRect()
    if (glass !== undefined) {
      const { left, width, bottom } = glass
      Object.assign(sheet.current.style, {
        left: `${left}px`,
        width: `${width}px`,
        bottom: `${innerHeight - bottom}px`,
      })
    }
    sheet.current.showModal()
  }
  const choose = (id: string) => {
    sheet.current?.close()
    tap(id)
  }
  return (
    <div class="rows">
      <button type="button" onClick={open}>
        {list.label}
      </button>
      <dialog class="sheet" ref={sheet} aria-label={list.label}>
        <ul>
          {list.rows.map(({ id, title, description }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                {title}
                {description !== '' && <small>{description}</small>}
              </button>
            </li>
          ))}
        </ul>
        <button type="button" onClick={() => sheet.current?.close()}>
          Close
        </button>
      </dialog>
    </div>
  )
}
