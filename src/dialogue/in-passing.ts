import type { Decision } from '../model/index.ts'
import { notUnderstood } from './clarify.ts'
import { resume } from './interrupt.ts'
import { say } from './say.ts'
import type { Talk } from './talk.ts'

/** Says a sentence, then puts the pending question again. */
export function sayInPassing(sentence: 'nothing-said' | 'welcome', talk: Talk): Decision {
  const { back, session } = resume(talk.session, talk)
  return { move: say(sentence, { then: back }), session }
}

/** A button of an earlier reply was tapped: what is open now is put again, and nothing is counted. */
export function putAgain(talk: Talk): Decision {
  const { back, session } = resume(talk.session, talk)
  return back === undefined ? notUnderstood([], { ...talk, session }) : { move: back, session }
}
