import type { RefObject } from 'preact'
import { Banner } from './banner.tsx'
import { Composer } from './composer.tsx'
import { isAnswering } from './conversation.ts'
import { Log } from './log.tsx'
import type { Talk } from './use-conversation.ts'
import type { DeskPage } from './wire.ts'

interface TalkingProps {
  readonly desk: DeskPage
  readonly talk: Talk
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly openTopics: () => void
  readonly lookBehind: (turn: string) => void
}

/** The conversation and where the visitor writes. */
export function Talking({ desk, talk, box, openTopics, lookBehind }: TalkingProps) {
  const { conversation } = talk
  return (
    <main class="talk">
      <Banner reachable={conversation.reachable} knock={talk.knock} />
      <Log
        desk={desk}
        bubbles={conversation.bubbles}
        answering={isAnswering(conversation)}
        ask={talk.say}
        choose={talk.choose}
        retry={talk.retry}
        lookBehind={desk.behind ? lookBehind : null}
      />
      <Composer box={box} say={talk.say} openTopics={openTopics} />
    </main>
  )
}
