import type { Reply } from './reply.ts'
import type { TurnPart } from './turn.ts'

/**
 * Several replies as one. Only the last offers choices: they are numbered, and those of one question at a time. What is
 * asked in the middle is left to the last answer where that comes back to it.
 */
export function together(replies: readonly Reply[], parts: readonly TurnPart[]): Reply {
  const last = parts.at(-1)?.move
  const comesBack = last?.kind === 'answer' && last.back !== undefined
  const blocks = replies.flatMap((reply, i) => {
    if (i === replies.length - 1) return reply.blocks
    const kind = parts[i]?.move.kind
    if (comesBack && (kind === 'ask' || kind === 'verify')) return []
    return reply.blocks.filter((block) => block.kind !== 'choices')
  })
  // What the last of them asks for is what the conversation waits for.
  return { ...replies.at(-1), blocks }
}
