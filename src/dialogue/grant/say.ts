import type { Choice, Intent, Move, Sentence, Values } from '../../model/index.ts'
import { labelOf, type Talk } from '../talk.ts'

/** The move that says a sentence of the desk's own. */
export function say(
  sentence: Sentence,
  rest: {
    readonly values?: Values
    readonly choices?: readonly Choice[]
    readonly then?: Move | undefined
  } = {},
): Move {
  const { values = {}, choices = [], then } = rest
  return { kind: 'say', sentence, values, choices, ...(then === undefined ? {} : { then }) }
}

/** A choice that has no id yet. */
export type Option = Pick<Choice, 'label' | 'means'>

/** Gives options ids that no other offering of the conversation has; `list` tells apart two lists of one turn. */
export function offer(list: 'a' | 's', options: readonly Option[], talk: Talk): readonly Choice[] {
  const turn = talk.session.version + 1
  return options.map((option, i) => ({ id: `${list}${turn}-${i + 1}`, ...option }))
}

/** A choice that leads to an intent, called by its title. */
export function toIntent(intent: Intent, slots: Values, talk: Talk): Option {
  const label = labelOf(intent.title, talk) || intent.name
  return { label, means: { kind: 'intent', intent: intent.name, slots } }
}

/** A choice for each topic, which asks what the topic's tile asks. */
export function topics(talk: Talk): readonly Option[] {
  return talk.desk.topics
    .map(({ title, ask }) => ({ label: labelOf(title, talk), text: labelOf(ask, talk) }))
    .filter(({ label, text }) => label !== '' && text !== '')
    .map(({ label, text }) => ({ label, means: { kind: 'say', text } }))
}
