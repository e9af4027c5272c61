import type { Intent } from '../../model/index.ts'
import { nothingFilled } from '../slots/fill.ts'
import { unknownValue } from '../slots/unknown-value.ts'
import { sureIntent, type Talk } from '../talk.ts'
import type { Wish } from '../wish.ts'
import { type Span, wordsOf } from '../words.ts'

/** A phrase with fewer words than this beside its value tells nothing by them. */
const fewestWords = 2

/**
 * A phrase word for word with a name in place of its value that nothing the desk knows is called: "do you have Zorbo the
 * Unknown". Learned from values that exist, understanding is unsure of it; where the phrases of one intent alone are like
 * that, it is meant.
 */
export function namedUnknown(talk: Talk): Wish | null {
  if (sureIntent(talk) !== null) return null
  const [intent, another] = talk.understanding.candidates
    .flatMap(({ intent: name }) => talk.desk.intent.get(name) ?? [])
    .filter((one) => one.within.length === 0 && saysUnknown(one, talk))
  if (intent === undefined || another !== undefined) return null
  return { kind: 'intent', intent, said: nothingFilled }
}

function saysUnknown(intent: Intent, talk: Talk): boolean {
  const { text } = talk.message
  const unknown = unknownValue(intent, {}, nothingFilled, talk)
  if (unknown === null || !isNameLike(unknown.words)) return false
  const said = frame(text, unknown)
  if (wordsOf(said).length < fewestWords) return false
  return intent.phrases.some(
    (phrase) =>
      phrase.marks.length === 1 &&
      phrase.marks.every((mark) => mark.slot === unknown.slot && frame(phrase.text, mark) === said),
  )
}

/** The words on both sides of a value, its place kept. */
function frame(text: string, { start, end }: Span) {
  return [text.slice(0, start), text.slice(end)].map((side) => wordsOf(side).join(' ')).join(' … ')
}

/** Several words, or one written as names are: "do you have dinosaurs" asks for nothing by name. */
function isNameLike(words: string): boolean {
  return wordsOf(words).length > 1 || /^\p{Lu}/u.test(words)
}
