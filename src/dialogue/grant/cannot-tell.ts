import type { Decision, Intent } from '../../model/index.ts'
import { fill } from '../slots/fill.ts'
import type { Talk } from '../talk.ts'
import { resume } from './asking.ts'
import { offer, say, toIntent, topics } from './say.ts'

/** "Did you mean …": two intents are about as likely. */
export function didYouMean(intents: readonly Intent[], talk: Talk): Decision {
  return { move: say('did-you-mean', { choices: lead(intents, talk) }), session: talk.session }
}

/** The choices offered before, once more. */
export function offerAgain(talk: Talk): Decision {
  const choices = offer('s', talk.before.offered, talk)
  return { move: say('did-you-mean', { choices }), session: talk.session }
}

/** An honest "I do not know that", with what is nearest; with the topics where nothing is. */
export function notUnderstood(nearest: readonly Intent[], talk: Talk): Decision {
  const choices = nearest.length > 0 ? lead(nearest, talk) : offer('s', topics(talk), talk)
  return { move: say('not-understood', { choices }), session: talk.session }
}

/** Choices that lead to intents, with what the message said for their slots. */
function lead(intents: readonly Intent[], talk: Talk) {
  const options = intents.map((intent) => toIntent(intent, fill(intent, talk).slots, talk))
  return offer('s', options, talk)
}

/** A button of an earlier reply was tapped: what is open now is put again, and nothing is counted. */
export function putAgain(talk: Talk): Decision {
  const { back, session } = resume(talk.session, talk)
  return back === undefined ? notUnderstood([], { ...talk, session }) : { move: back, session }
}
