import { FrontdeskError } from '../errors.ts'
import type { Session, State, Turn, TurnFilter } from '../model/index.ts'
import { memoryPost } from './memory-post.ts'

/** A state that keeps nothing beyond the process: for questions asked in passing, and for tests. */
export function memoryState(): State {
  const post = memoryPost()
  const sessions = new Map<string, { session: Session; touched: string }>()
  let turns: Turn[] = []
  return {
    ...post,
    session: async (conversation) => sessions.get(conversation)?.session ?? null,
    async commit(turn, _patience, answers) {
      const { session } = turn
      const { conversation, version } = session
      const before = sessions.get(conversation)?.session.version ?? 0
      if (version !== before + 1 || (answers !== undefined && !post.holds(answers)))
        throw new FrontdeskError(
          'state/conflict',
          `Turn ${version} of conversation ${conversation} does not follow turn ${before}.`,
        )
      sessions.set(conversation, { session, touched: turn.message.at })
      turns.push(turn)
      if (answers !== undefined) post.answered(answers)
    },
    answerTo: async (conversation, message) =>
      turns.findLast((turn) => turn.message.id === message && fits(turn, { conversation })) ?? null,
    turns: async (filter) =>
      turns
        .filter((turn) => fits(turn, filter))
        .slice(-filter.limit)
        .toReversed(),
    async forget(before) {
      for (const [conversation, { touched }] of sessions)
        if (touched < before) sessions.delete(conversation)
      const kept = turns.filter((turn) => turn.message.at >= before)
      const forgotten = turns.length - kept.length
      turns = kept
      return forgotten
    },
    close: async () => {},
  }
}

function fits(turn: Turn, { conversation, since }: Omit<TurnFilter, 'limit'>): boolean {
  const { message } = turn
  if (conversation !== undefined && message.conversation !== conversation) return false
  return since === undefined || message.at >= since
}
