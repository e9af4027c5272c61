import { useEffect, useState } from 'preact/hooks'
import { Asked } from './asked.tsx'
import type { DeskClient } from './desk-client.ts'
import { Dialog } from './dialog.tsx'
import { Timings } from './timings.tsx'
import { Understood } from './understood.tsx'
import type { Behind } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface DrawerProps {
  readonly turn: string
  readonly client: DeskClient
  readonly close: () => void
}

/** How an answer came about, for whoever runs the desk: understood, asked, answered, and in what time. */
export function Drawer({ turn, client, close }: DrawerProps) {
  const { words } = useSpeech()
  const [behind, setBehind] = useState<Behind | null | undefined>()
  useEffect(() => void client.behind(turn).then(setBehind), [client, turn])
  return (
    <Dialog label={words.behind} shape="drawer" close={close}>
      {behind === undefined && <p role="status">{words.loading}</p>}
      {behind === null && <p role="status">{words.behindGone}</p>}
      {behind && <Record behind={behind} />}
    </Dialog>
  )
}

function Record({ behind }: { readonly behind: Behind }) {
  const { words } = useSpeech()
  const place = behind.line === null ? behind.file : `${behind.file}:${behind.line}`
  return (
    <div class="record">
      <Understood behind={behind} />
      <Asked queries={behind.queries} />
      {place !== null && (
        <section>
          <h3>{words.answeredBy}</h3>
          <code class="place">{place}</code>
        </section>
      )}
      {behind.error && (
        <section>
          <h3>{words.wentWrong}</h3>
          <p>
            <code>{behind.error.code}</code> {behind.error.message}
          </p>
          <p>{behind.error.hint}</p>
        </section>
      )}
      <Timings timings={behind.timings} />
    </div>
  )
}
