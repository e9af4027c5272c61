/**
 * Wish + Talk → Move + new Session: as much of what the visitor wants as can be done now. `begin` takes an intent up,
 * `pursue` finds its next step, `asking` keeps the questions put to the visitor, `verify` settles who is asking. Only
 * `decide.ts` imports from here.
 *
 * @module
 */
import type { Decision } from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import type { Wish } from '../wish.ts'
import { askAgain, sayInPassing } from './asking.ts'
import { begin, beginElsewhere, goOn } from './begin.ts'
import { didYouMean, notUnderstood, offerAgain, putAgain } from './cannot-tell.ts'
import { answerQuestion, whichQuestion } from './answer-question.ts'
import { obey } from './commands.ts'

/** Does what the visitor wants, as far as it can be done now. */
export function grant(wish: Wish, talk: Talk): Decision {
  switch (wish.kind) {
    case 'nothing':
      return sayInPassing('nothing-said', talk)
    case 'attachment':
      return sayInPassing('no-attachments', talk)
    case 'welcome':
      return sayInPassing('welcome', talk)
    case 'command':
      return obey(wish.intent, wish.command, talk)
    case 'intent':
      return begin(wish.intent, wish.said, talk)
    case 'intent-elsewhere':
      return beginElsewhere(wish.intent, wish.said, talk)
    case 'reply':
      return goOn(wish.asking, wish.said, talk)
    case 'miss':
      return askAgain(wish.asking, talk)
    case 'question':
      return answerQuestion(wish.question, talk)
    case 'rephrased':
      return whichQuestion(wish.rephrased, talk)
    case 'either':
      return didYouMean(wish.intents, talk)
    case 'unknown':
      return notUnderstood(wish.nearest, talk)
    case 'miscounted':
      return offerAgain(talk)
    case 'stale':
      return putAgain(talk)
    default:
      return wish satisfies never
  }
}
