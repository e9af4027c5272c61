import type { Decision, Question, Rephrased } from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import { offer, type Option, say } from './say.ts'

/** Rows told at once; the rest is told when more is asked for. */
const toldAtOnce = 20

/** Answers a question over tables; what was being asked for an intent is left open for later. */
export function answerQuestion(question: Question, talk: Talk): Decision {
  const { last: _, ...rest } = talk.session
  const [more] = offer('a', [{ label: 'more', means: { kind: 'say', text: 'more' } }], talk)
  return {
    move: {
      kind: 'question',
      question,
      choices: offer('s', (question.instead ?? []).map(toAsk), talk),
      more: more!,
    },
    session: {
      ...rest,
      questioned: question.text,
      toldRows: (question.told ?? 0) + toldAtOnce,
    },
  }
}

/** "Did you mean …": a question over tables that was not read surely, put so that it is. */
export function whichQuestion(rephrased: readonly Rephrased[], talk: Talk): Decision {
  const choices = offer('s', rephrased.map(toAsk), talk)
  return { move: say('did-you-mean', { choices }), session: talk.session }
}

function toAsk({ text }: Rephrased): Option {
  return { label: text, means: { kind: 'say', text } }
}
