import { useRef, useState } from 'preact/hooks'
import type { DeskClient } from './desk-client.ts'
import { Header, type Settings } from './header.tsx'
import { Over, type WhatIsOver } from './over.tsx'
import { Talking } from './talk.tsx'
import type { Site } from './site.ts'
import { useConversation } from './use-conversation.ts'
import { useSite } from './use-site.ts'
import type { DeskPage } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface RoomProps {
  readonly desk: DeskPage
  readonly client: DeskClient
  /** The website around the page, where there is one. */
  readonly site: Site | null
  readonly settings: Settings
}

/** Where the conversation happens: header and topics, the talk, and what opens over them. */
export function Room({ desk, client, site, settings }: RoomProps) {
  const { language, words } = useSpeech()
  const talk = useConversation(client, language)
  const [over, setOver] = useState<WhatIsOver | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  useSite(site, talk.conversation, box)
  const close = () => setOver(null)
  const ask = (text: string) => {
    close()
    talk.say(text)
  }
  const startOver = () => {
    close()
    talk.startOver()
    box.current?.focus()
  }
  const hasBegun = talk.conversation.bubbles.length > 0
  return (
    <div class="room">
      <a class="skip" href="#message">
        {words.skip}
      </a>
      <Header
        desk={desk}
        settings={settings}
        ask={ask}
        startOver={hasBegun ? () => setOver({ kind: 'start-over' }) : null}
        leave={site && site.leave}
      />
      <Talking
        desk={desk}
        talk={talk}
        box={box}
        openTopics={() => setOver({ kind: 'topics' })}
        lookBehind={(turn) => setOver({ kind: 'behind', turn })}
      />
      {over && <Over over={over} desk={desk} client={client} deeds={{ ask, startOver, close }} />}
    </div>
  )
}
