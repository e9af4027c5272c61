import type { Asking, Entity, Intent, Wording } from '../../model/index.ts'
import { fill, type Filled, isOpen, nothingFilled } from '../slots/fill.ts'
import { proofsSaid } from '../slots/proofs.ts'
import { isClear, sureIntent, type Talk } from '../talk.ts'
import type { Wish } from '../wish.ts'
import { contentOf, wordsOf } from '../words.ts'

/**
 * The message as a reply to the question the desk has put. One that surely wants something else is none, unless it is
 * the value asked for and either nothing beside it or not clearly the other thing. A mere value is no other question
 * unless clearly so: "computer science" may be meant to tell which Sharma.
 */
export function replied(talk: Talk): Wish | null {
  const { asking } = talk.before
  const intent = talk.desk.intent.get(asking?.intent ?? '')
  if (asking === undefined || intent === undefined) return null
  const heard =
    asking.proving === undefined ? slotHeard(asking, intent, talk) : proofHeard(asking, talk)
  const sure = sureIntent(talk)
  const cancel = talk.desk.intent.get('frontdesk.cancel')
  if (cancel !== undefined && isRefused(heard, talk)) {
    return { kind: 'command', command: 'frontdesk.cancel', intent: cancel }
  }
  const isOther = sure !== null && sure.name !== intent.name
  const wantsOther = isOther && (isClear(talk) || !isMereValue(talk))
  const answers = heard.fits && (!isClear(talk) || isOnly(heard, talk))
  if (wantsOther && !answers) return null
  const progress = heard.fits || heard.said.used.length > 0
  return progress ? { kind: 'reply', asking, said: heard.said } : { kind: 'miss', asking }
}

/** What a message holds for the question that was put. */
interface Heard {
  /** Whether it is what was asked for. */
  readonly fits: boolean
  readonly said: Filled
  readonly question: Wording
}

function slotHeard(asking: Asking, intent: Intent, talk: Talk): Heard {
  const slot = intent.slots.find(({ name }) => name === asking.slot)
  const question = slot?.ask ?? {}
  const said = fill(intent, talk, asking.slot)
  const { slots, unclear, unfit } = said
  const found =
    Object.hasOwn(slots, asking.slot) || unclear?.slot === asking.slot || unfit === asking.slot
  const words = found || slot === undefined ? null : freely(slot.entity, talk)
  if (words === null) return { fits: found, said, question }
  return { fits: true, said: { ...said, slots: { ...slots, [asking.slot]: words } }, question }
}

function proofHeard(asking: Asking, talk: Talk): Heard {
  const identity = talk.desk.identity.get(asking.proving?.identity ?? '')
  const proof = identity?.proofs.find(({ column }) => column === asking.slot)
  if (identity === undefined || proof === undefined) {
    return { fits: false, said: nothingFilled, question: {} }
  }
  const { given, used } = proofsSaid(identity, talk, asking.slot)
  const fits = Object.hasOwn(given, asking.slot)
  return { fits, said: fits ? { ...nothingFilled, used } : nothingFilled, question: proof.ask }
}

/** The visitor's own words where any will do: for a text or an open entity, and for a name if they may be one. */
function freely(entity: string, { message, desk }: Talk): string | null {
  const words = message.text.trim()
  if (entity === 'text' || isOpen(desk.entity.get(entity))) return words === '' ? null : words
  return entity === 'person-name' && mayBeName(words, desk.vocabulary) ? words : null
}

/** Whether words may be somebody's name: several that all stand in phrases are a question, such as "whom do I ask". */
function mayBeName(text: string, vocabulary: ReadonlySet<string>): boolean {
  const words = wordsOf(text)
  const isAsked = words.length > 1 && words.every((word) => vocabulary.has(word))
  return /^[\p{L}\p{M}.'’ -]+$/u.test(text) && words.length <= 4 && !isAsked
}

/** Whether nothing is said beside the value but what the question itself said: "my date of birth is …". */
function isOnly({ said, question }: Heard, talk: Talk): boolean {
  const used: readonly Entity[] = said.used
  const asked = new Set(
    Object.values(question)
      .flat()
      .flatMap((sentence) => wordsOf(sentence)),
  )
  return contentOf(wordsOf(talk.message.text, used)).every((word) => asked.has(word))
}

/** "No", where it is no answer to the question: the visitor does not want to be asked. */
function isRefused({ said }: Heard, talk: Talk): boolean {
  return sureIntent(talk)?.name === 'frontdesk.no' && isClear(talk) && said.used.length === 0
}

/** Whether the message names values and says nothing about them. */
function isMereValue({ message, understanding: { entities } }: Talk): boolean {
  return entities.length > 0 && contentOf(wordsOf(message.text, entities)).length === 0
}
