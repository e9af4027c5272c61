import type { Value } from '../model/index.ts'
import { fillerWords, honorifics } from './common-words.ts'
import { Lists } from './lists.ts'
import { vocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'
import { wordsIn } from './words.ts'

/** A value and everything it is called, itself included. */
export interface NamedValue {
  readonly value: Value
  readonly names: readonly string[]
}

/** One name of one value, without honorifics and the filler words within. */
export interface Name {
  /** The place of its value in `values`. */
  readonly value: number
  readonly stems: readonly string[]
}

/** Numbers by a key. */
export type Found = Pick<Lists, 'get' | 'has'>

/** The values of one entity, ready to be found in a text. Never changed: a refresh makes a new one. */
export interface ValueIndex {
  readonly values: readonly Value[]
  readonly names: readonly Name[]
  /** Values by a name written without spaces, filler words included. */
  readonly whole: Found
  /** Values by the words of a name in alphabetical order. */
  readonly bag: Found
  /** Values by the first letters of a name of several words. */
  readonly initials: Found
  /** Names by each of their words. */
  readonly byWord: Found
  readonly vocabulary: Vocabulary
  /** Words of the longest name. */
  readonly longest: number
}

/** Values indexed between two pauses, so that no conversation waits for a large column. */
const valuesPerSlice = 1000

/** Indexes values; `pause` is awaited now and then. */
export async function indexValues(
  named: readonly NamedValue[],
  pause: () => Promise<unknown>,
): Promise<ValueIndex> {
  const draft = new Draft()
  for (const [i, one] of named.entries()) {
    if (i > 0 && i % valuesPerSlice === 0) await pause()
    draft.add(one)
  }
  return draft.finish()
}

/** An index while it grows. */
class Draft {
  readonly #values: Value[] = []
  readonly #names: Name[] = []
  readonly #whole = new Lists()
  readonly #bag = new Lists()
  readonly #initials = new Lists()
  readonly #byWord = new Lists()
  /** Every stem once: the same words come again and again, each time as a new string. */
  readonly #stems = new Map<string, string>()
  #longest = 0

  add({ value, names }: NamedValue): void {
    const number = this.#values.length
    this.#values.push(value)
    for (const name of new Set(names)) this.#addName(number, name)
  }

  finish(): ValueIndex {
    return {
      values: this.#values,
      names: this.#names,
      whole: this.#whole,
      bag: this.#bag,
      initials: this.#initials,
      byWord: this.#byWord,
      vocabulary: vocabulary(this.#byWord.keys()),
      longest: this.#longest,
    }
  }

  #addName(value: number, name: string): void {
    const words = wordsIn(name).map(({ stem }) => this.#once(stem))
    const called = words.filter((stem) => !honorifics.has(stem))
    const all = called.length > 0 ? called : words
    if (all.length === 0) return
    const telling = all.filter((stem, at) => isTellingIn(all, stem, at))
    this.#whole.add(all.join(''), value)
    this.#longest = Math.max(this.#longest, all.length)
    if (telling.length === 0) return
    if (telling.length > 1) {
      this.#bag.add(bagOf(telling), value)
      this.#initials.add(initialsOf(telling), value)
      if (all.length > telling.length) this.#initials.add(initialsOf(all), value)
    }
    for (const stem of new Set(telling)) this.#byWord.add(stem, this.#names.length)
    this.#names.push({ value, stems: telling })
  }

  #once(stem: string): string {
    const known = this.#stems.get(stem)
    if (known === undefined) this.#stems.set(stem, stem)
    return known ?? stem
  }
}

/**
 * Whether a word tells a name from others. A small word at the end does: no phrase ends in "of", and without its last
 * word B.Tech IT would be every B.Tech.
 */
function isTellingIn(name: readonly string[], stem: string, at: number): boolean {
  const isLast = at > 0 && at === name.length - 1
  return isLast || stem.length === 1 || !fillerWords.has(stem)
}

/** Words in any order, as a key. */
export function bagOf(stems: readonly string[]): string {
  return stems.toSorted().join(' ')
}

function initialsOf(stems: readonly string[]): string {
  return stems.map((stem) => stem[0]).join('')
}
