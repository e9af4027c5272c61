import type { Intent, Slot } from '../../model/index.ts'
import { type Word, wordsIn } from '../../util/index.ts'
import type { Span } from '../words.ts'

/** Words of a message that are looked at: what stands around a value stands near it. */
const mostWords = 60

/** Words beside a value that must be those of a phrase, or all that the phrase has. */
const enough = 2

/**
 * The words of a text that stand where an intent's phrases have a slot, told by the words on both sides as they stand in
 * the phrase: "buy milk" in "remind me to buy milk tomorrow", from "remind me to [call home](task) [today](day)". Null
 * when no phrase fits.
 *
 * @param taken places of the values found already: they end what is told this way
 */
export function wordsAround(
  intent: Intent,
  slot: Slot,
  text: string,
  taken: readonly Span[],
): Span | null {
  const words = wordsIn(text).slice(0, mostWords)
  const fits = framesOf(intent, slot).flatMap((frame) => fitsOf(frame, words, taken))
  const [best] = fits.toSorted((a, b) => b.score - a.score || a.words - b.words)
  return best === undefined ? null : best.span
}

/** What a phrase has on both sides of a mark, up to its neighbours, the nearest words first. */
interface Frame {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The frames of each slot, by its intent: phrases stay as they are while a desk does. */
const framesOfIntents = new WeakMap<Intent, Map<Slot, readonly Frame[]>>()

function framesOf(intent: Intent, slot: Slot): readonly Frame[] {
  const frames = framesOfIntents.get(intent) ?? new Map<Slot, readonly Frame[]>()
  framesOfIntents.set(intent, frames)
  const known = frames.get(slot)
  if (known !== undefined) return known
  const made = intent.phrases.flatMap((phrase) =>
    phrase.marks.flatMap((mark, i) =>
      mark.slot === slot.name ? [frameOf(phrase.text, phrase.marks, i)] : [],
    ),
  )
  frames.set(slot, made)
  return made
}

function frameOf(text: string, marks: readonly Span[], i: number): Frame {
  const [before, mark, after] = [marks[i - 1], marks[i], marks[i + 1]]
  return {
    before: wordTexts(text.slice(before?.end ?? 0, mark?.start)).toReversed(),
    after: wordTexts(text.slice(mark?.end, after?.start ?? text.length)),
  }
}

function wordTexts(text: string): readonly string[] {
  return wordsIn(text).map((word) => word.text)
}

interface Fit {
  readonly span: Span
  readonly words: number
  /** How many words beside it are those of the phrase. */
  readonly score: number
}

/** Every place the words of a frame leave; a text may end before the phrase does, where all before the value fits. */
function fitsOf(frame: Frame, words: readonly Word[], taken: readonly Span[]): readonly Fit[] {
  const isTaken = (word: Word) =>
    taken.some(({ start, end }) => word.start < end && start < word.end)
  const needed = Math.min(enough, frame.before.length + frame.after.length)
  const fits: Fit[] = []
  for (let first = 0; first < words.length; first++) {
    const left = beside(frame.before, words.slice(0, first).toReversed(), isTaken)
    if (left === null) continue
    for (let last = first; last < words.length && !isTaken(words[last]!); last++) {
      const rest = words.slice(last + 1)
      const right = beside(frame.after, rest, isTaken)
      const isCut = right === null && rest.length === 0 && left === frame.before.length
      if (right === null && !isCut) continue
      const score = left + (right ?? 0)
      if (score === 0 || score < (isCut ? Math.min(needed, left) : needed)) continue
      const span = { start: words[first]!.start, end: words[last]!.end }
      fits.push({ span, words: last - first, score })
    }
  }
  return fits
}

/**
 * How many of the words beside a value are those of the phrase, from the value outwards. Null where none is, or where
 * the phrase has none and the text goes on.
 */
function beside(
  phrase: readonly string[],
  text: readonly Word[],
  isTaken: (word: Word) => boolean,
): number | null {
  const [next] = text
  if (phrase.length === 0) return next === undefined || isTaken(next) ? 0 : null
  const differs = phrase.findIndex((word, i) => text[i]?.text !== word)
  return (differs < 0 ? phrase.length : differs) || null
}
