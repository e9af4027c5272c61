import type { Block, Turn } from '../../model/index.ts'
import { plain } from '../../model/index.ts'

/** A block as the page gets it: with its plain text beside it. */
export type WebBlock = Block & { readonly plain: string }

/** What one side said in a turn. */
export interface Bubble {
  readonly who: 'visitor' | 'desk'
  readonly turn: string
  /** The id of the message, as the page named it. */
  readonly message: string
  readonly at: string
  /** The id of the option that was tapped, when one was. */
  readonly choice?: string
  readonly blocks: readonly WebBlock[]
}

/** The blocks of a reply, each with its plain text. */
export function webBlocks(blocks: readonly Block[]): WebBlock[] {
  return blocks.map((block) => ({ ...block, plain: plain(block) }))
}

/** The two bubbles of a turn: the message and the reply. */
export function bubblesOf(turn: Turn): [Bubble, Bubble] {
  const { message } = turn
  const common = { turn: turn.id, message: ownId(message.id) }
  const words = message.text === '' ? [] : [textBlock(message.text)]
  const tapped = message.choice === undefined ? {} : { choice: message.choice }
  return [
    { who: 'visitor', ...common, at: message.at, ...tapped, blocks: webBlocks(words) },
    { who: 'desk', ...common, at: repliedAt(turn), blocks: webBlocks(turn.reply.blocks) },
  ]
}

/** When the reply was ready. */
export function repliedAt(turn: Turn): string {
  return new Date(Date.parse(turn.message.at) + Math.round(turn.timings.total)).toISOString()
}

/** The page's own name of a message: the id without the conversation that makes it unique. */
export function ownId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function textBlock(text: string): Block {
  return { kind: 'text', spans: [{ text }] }
}
