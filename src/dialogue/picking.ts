import type { Choice, Meaning, Message, Session } from '../model/index.ts'
import { contentOf, wordsOf } from './words.ts'

/** What picking a choice means: tapped, or typed as its label or its number. Null when none was. */
export function pickedIn(message: Message, { offered }: Session): Meaning | null {
  if (offered.length === 0) return null
  const tapped = offered.find((choice) => choice.id === message.choice)
  if (tapped !== undefined) return tapped.means
  const typed = wordsOf(message.text)
  if (typed.length === 0) return null
  const named = offered.find((choice) => wordsOf(choice.label).join(' ') === typed.join(' '))
  return (named ?? offered[numberIn(typed) - 1])?.means ?? null
}

/** What the one choice means whose label has all the words that were typed: "anita" of "Anita Sharma", "Rao". */
export function nearlyPickedIn(message: Message, { offered }: Session): Meaning | null {
  const typed = contentOf(wordsOf(message.text))
  if (typed.length === 0) return null
  const [only, another] = offered.filter((choice) => hasAll(choice, typed))
  return another === undefined ? (only?.means ?? null) : null
}

function hasAll(choice: Choice, words: readonly string[]): boolean {
  const label = new Set(wordsOf(choice.label))
  return words.every((word) => label.has(word))
}

/**
 * The message with a picked sentence in place of the tap: what is understood is what the choice says. Understand and
 * decide on this one.
 */
export function asSaid(message: Message, session: Session): Message {
  const means = pickedIn(message, session)
  if (means?.kind !== 'say') return message
  const { choice: _, ...rest } = message
  return { ...rest, text: means.text }
}

/** "2", "option two", "the second one": the number that was typed and nothing else, or 0. */
function numberIn(typed: readonly string[]): number {
  const [word = 'one', ...more] = typed.filter((one) => !around.has(one))
  if (more.length > 0 || (word === 'one' && !typed.includes('one'))) return 0
  return ordinals.findIndex((names) => names.includes(word)) + 1
}

const around = new Set(['option', 'number', 'choice', 'the', 'one', 'no', 'wala', 'wali', 'vikalp'])

const ordinals: readonly (readonly string[])[] = [
  ['1', 'one', 'first', '1st', 'pehla', 'pahla', 'ek', '१', 'पहला', 'एक'],
  ['2', 'two', 'second', '2nd', 'dusra', 'doosra', 'do', '२', 'दूसरा', 'दो'],
  ['3', 'three', 'third', '3rd', 'teesra', 'tisra', 'teen', '३', 'तीसरा', 'तीन'],
  ['4', 'four', 'fourth', '4th', 'chautha', 'char', '४', 'चौथा', 'चार'],
  ['5', 'five', 'fifth', '5th', 'panchva', 'paanch', '५', 'पाँचवाँ', 'पाँच'],
  ['6', 'six', 'sixth', '6th', 'chhe', '६', 'छह'],
  ['7', 'seven', 'seventh', '7th', 'saat', '७', 'सात'],
  ['8', 'eight', 'eighth', '8th', 'aath', '८', 'आठ'],
  ['9', 'nine', 'ninth', '9th', 'nau', '९', 'नौ'],
  ['10', 'ten', 'tenth', '10th', 'das', '१०', 'दस'],
]
