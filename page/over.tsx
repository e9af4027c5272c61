import type { DeskClient } from './desk-client.ts'
import { Drawer } from './drawer.tsx'
import { StartOver } from './start-over.tsx'
import { TopicSheet } from './topic-sheet.tsx'
import type { DeskPage } from './wire.ts'

/** What is open over the room. */
export type WhatIsOver =
  | { readonly kind: 'behind'; readonly turn: string }
  | { readonly kind: 'topics' }
  | { readonly kind: 'start-over' }

interface OverProps {
  readonly over: WhatIsOver
  readonly desk: DeskPage
  readonly client: DeskClient
  readonly deeds: {
    readonly ask: (text: string) => void
    readonly startOver: () => void
    readonly close: () => void
  }
}

/** One thing open over the room at a time. */
export function Over({ over, desk, client, deeds }: OverProps) {
  const { ask, startOver, close } = deeds
  switch (over.kind) {
    case 'behind':
      return <Drawer turn={over.turn} client={client} close={close} />
    case 'topics':
      return <TopicSheet topics={desk.topics} dares={desk.dares} ask={ask} close={close} />
    case 'start-over':
      return <StartOver startOver={startOver} close={close} />
    default:
      return over satisfies never
  }
}
