import { type ComponentChildren, Fragment } from 'preact'
import { Block } from './block.tsx'
import { timeOfDay } from './clock.ts'
import type { Said } from './conversation.ts'
import type { DeskBubbles, VisitorBubbles } from './groups.ts'
import { Crest } from './crest.tsx'
import { Icon } from './icon.tsx'
import type { Choice, DeskPage } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface VisitorGroupProps {
  readonly group: VisitorBubbles
  readonly retry: (message: string) => void
}

/** What the visitor said in one go, and how far it has come. */
export function VisitorGroup({ group, retry }: VisitorGroupProps) {
  const { words } = useSpeech()
  return (
    <div class="group visitor" tabIndex={-1}>
      <h3 class="heard">{words.visitorSaid}</h3>
      {group.bubbles.map((said) => (
        <Fragment key={said.message}>
          <p class="bubble own" dir="auto">
            {said.text}
          </p>
          {said.delivery.kind === 'failed' && (
            <NotSent reason={said.delivery.reason} retry={() => retry(said.message)} />
          )}
        </Fragment>
      ))}
      <Meta at={group.bubbles.at(-1)?.at ?? group.at}>
        <Progress said={group.bubbles.at(-1)} />
      </Meta>
    </div>
  )
}

interface DeskGroupProps {
  readonly group: DeskBubbles
  readonly desk: DeskPage
  readonly choose: (choice: Choice) => void
  readonly lookBehind: ((turn: string) => void) | null
}

/** What the desk told in one go. */
export function DeskGroup({ group, desk, choose, lookBehind }: DeskGroupProps) {
  const { words } = useSpeech()
  const last = group.bubbles.at(-1)
  return (
    <div class="group desk">
      <Crest desk={desk} />
      <h3 class="heard">{words.deskSaid(desk.name)}</h3>
      {group.bubbles.flatMap((told) =>
        told.blocks.map((block, i) => (
          <Block key={`${told.turn} ${i}`} block={block} choices={{ next: group.next, choose }} />
        )),
      )}
      {last && (
        <Meta at={last.at}>
          {lookBehind && (
            <button
              type="button"
              class="link-button behind-button"
              onClick={() => lookBehind(last.turn)}
            >
              <Icon name="layers" />
              {words.behind}
            </button>
          )}
        </Meta>
      )}
    </div>
  )
}

/** Three dots while the desk looks something up. */
export function Typing({ desk }: { readonly desk: DeskPage }) {
  const { words } = useSpeech()
  return (
    <div class="group desk typing">
      <Crest desk={desk} />
      <div class="bubble dots">
        <span class="heard">{words.answering}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}

function Meta(props: { readonly at: string; readonly children: ComponentChildren }) {
  const { locale } = useSpeech()
  return (
    <div class="meta">
      <time dateTime={props.at}>{timeOfDay(props.at, locale)}</time>
      {props.children}
    </div>
  )
}

function Progress({ said }: { readonly said: Said | undefined }) {
  const { words } = useSpeech()
  if (said?.delivery.kind !== 'waiting' && said?.delivery.kind !== 'sending') return null
  return (
    <span class="progress">
      <Icon name="clock" />
      {said.delivery.kind === 'waiting' ? words.waiting : words.sending}
    </span>
  )
}

function NotSent(props: { readonly reason: string | null; readonly retry: () => void }) {
  const { words } = useSpeech()
  return (
    <div class="not-sent" role="alert">
      <Icon name="alert" />
      <span>{props.reason ?? words.notSent}</span>
      <button type="button" class="link-button" onClick={props.retry}>
        {words.retry}
      </button>
    </div>
  )
}
