import type { AgentIntent, AgentMessage } from '../agent.ts'
import { isEmpty, piecesOf } from './messages.ts'
import type { Piece } from './pieces.ts'

/** What an intent says in one language, and the messages of it that are not said. */
export interface Response {
  readonly pieces: readonly Piece[]
  readonly unsaid: readonly AgentMessage[]
}

/**
 * What an intent says in a language. The desk fits one reply to every channel, so of messages for several platforms
 * those for all are taken, else those of the platform that has most; pictures and choices of another are added.
 */
export function responseOf({ messages }: AgentIntent, language: string): Response {
  const mine = messages.filter((message) => message.language === language)
  const platforms = [...new Set(mine.map(({ platform }) => platform))]
  const made = platforms.map((platform) => platformOf(platform, mine))
  const said = made.filter(({ pieces }) => pieces.length > 0).toSorted(byWorth)
  const [main, ...others] = said
  if (main === undefined) return { pieces: [], unsaid: mine.filter((one) => !isEmpty(one)) }
  const richest = others.find(({ pieces }) => pieces.some(isRich))
  const added =
    richest === undefined || main.pieces.some(isRich) ? [] : richest.pieces.filter(isRich)
  const pieces = [...main.pieces, ...added]
  return { pieces, unsaid: mine.filter((message) => !isSaid(message, pieces)) }
}

interface OfPlatform {
  readonly platform: string
  readonly pieces: readonly Piece[]
}

function platformOf(platform: string, messages: readonly AgentMessage[]): OfPlatform {
  const own = messages.filter((message) => message.platform === platform)
  return { platform, pieces: own.flatMap(piecesOf) }
}

/** For every platform first, then what says most. */
function byWorth(a: OfPlatform, b: OfPlatform): number {
  return Number(a.platform !== '') - Number(b.platform !== '') || b.pieces.length - a.pieces.length
}

function isRich({ kind }: Piece): boolean {
  return kind !== 'text'
}

/** Whether all that a message holds is among the pieces. */
function isSaid(message: AgentMessage, pieces: readonly Piece[]): boolean {
  if (isEmpty(message)) return true
  const own = piecesOf(message)
  const known = new Set(pieces.flatMap(contentsOf))
  return own.length > 0 && own.flatMap(contentsOf).every((content) => known.has(content))
}

function contentsOf(piece: Piece): readonly string[] {
  switch (piece.kind) {
    case 'text':
      return piece.variants
    case 'image':
    case 'document':
      return [piece.url]
    case 'choices':
      return piece.options.map(({ label }) => label)
    default:
      return piece satisfies never
  }
}
