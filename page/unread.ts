import { useEffect, useState } from 'preact/hooks'
import type { Bubble, Conversation } from './conversation.ts'
import { recall, remember, watchMemory } from './memory.ts'

/** How many turns were answered after the one that was seen last; none where that one is not among them. */
export function unreadAfter(seen: string | null, bubbles: readonly Bubble[]): number {
  const turns = bubbles.flatMap((bubble) => (bubble.who === 'desk' ? [bubble.turn] : []))
  const last = turns.lastIndexOf(seen ?? '')
  return last === -1 ? 0 : turns.length - 1 - last
}

/** How many answers wait that the visitor has not seen, in this tab or another one. */
export function useUnread({ bubbles }: Conversation, isShown: boolean): number {
  const [seen, setSeen] = useState(() => recall().seen)
  const newest = bubbles.findLast((bubble) => bubble.who === 'desk')?.turn ?? null
  useEffect(() => watchMemory((memory) => setSeen(memory.seen)), [])
  useEffect(() => {
    if (!isShown || newest === null) return
    remember({ seen: newest })
    setSeen(newest)
  }, [isShown, newest])
  return isShown ? 0 : unreadAfter(seen, bubbles)
}
