import type { Intent } from '../model/index.ts'
import { areAlive } from './contexts.ts'
import { isEveryday } from './everyday.ts'
import type { Talk } from './talk.ts'
import type { Wish } from './wish.ts'

/** Two intents are close when the second has this share of the first's confidence. */
const close = 0.5
/** An intent likelier than all others together is close to none. */
const likelierThanNot = 0.5
/** Confidence below which it is not worth asking "did you mean". */
const worthAsking = 0.1
/** Intents named at the most when the desk cannot tell. */
const mostNamed = 3

/** Two intents about as likely, and neither clearly meant. */
export function either(talk: Talk): Wish | null {
  const [first, second] = talk.understanding.candidates
  if (first === undefined || second === undefined) return null
  if (first.confidence > likelierThanNot) return null
  if (second.confidence < first.confidence * close) return null
  const intents = namedBy(talk, Math.max(worthAsking, first.confidence * close))
  return intents.length > 1 ? { kind: 'either', intents: intents.slice(0, mostNamed) } : null
}

/** The likeliest intents, best first, that may be named: their contexts are alive and they are no everyday talk. */
export function namedBy(talk: Talk, atLeast = 0): readonly Intent[] {
  return talk.understanding.candidates
    .filter(({ confidence }) => confidence >= atLeast)
    .flatMap(({ intent }) => talk.desk.intent.get(intent) ?? [])
    .filter((intent) => !isEveryday(intent, talk.desk.topics))
    .filter((intent) => areAlive(intent.within, talk.before.contexts))
}
