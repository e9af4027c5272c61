import type { Figures } from './figures.ts'
import type { Tariff } from './tariff.ts'

/** What a platform would cost in a month. */
export interface Cost {
  readonly tariff: Tariff
  readonly conversations: number
  /** Replies to each conversation, as in the time that was looked at. */
  readonly repliesEach: number
  readonly replies: number
  readonly charged: number
  /** In the tariff's currency. */
  readonly total: number
}

/** Replies to a conversation where none has been had yet. */
const usualReplies = 4

/**
 * What so many conversations a month would cost, each answered as often as those of the report were. The platform's
 * own price alone: a reseller adds its own.
 */
export function costOf(conversations: number, figures: Figures, tariff: Tariff): Cost {
  const { messages, conversations: had } = figures
  const repliesEach = had === 0 ? usualReplies : messages / had
  const replies = Math.ceil(conversations * repliesEach)
  const charged = Math.max(0, replies - tariff.freeReplies)
  return { tariff, conversations, repliesEach, replies, charged, total: charged * tariff.reply }
}
