import type { Decision, Question } from '../../model/index.ts'
import type { Talk } from '../talk.ts'

/** Answers a question over tables; what was being asked for an intent is left open for later. */
export function answerQuestion(question: Question, { session }: Talk): Decision {
  const { last: _, ...rest } = session
  return { move: { kind: 'question', question }, session: { ...rest, questioned: question.text } }
}
