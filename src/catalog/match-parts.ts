import { honorifics } from './common-words.ts'
import { isFiller, isPlain } from './match.ts'
import type { Fit, Look, Match } from './match.ts'
import type { Name, ValueIndex } from './value-index.ts'
import type { Word } from './words.ts'

/** Words that begin this many names begin no match: "introduction" says nothing. */
const mostBegun = 3000

/** Names followed at the most in one text: a long one made of common words would follow a hundred thousand. */
const mostFollowed = 10_000

/** Unknown words of one text that are compared with the known ones for misspellings. */
const mostMisspelt = 20

/** More values than this share the words: they name none of them. */
const mostShared = 25

/** Taken off the score for each misspelt letter. */
const perTypo = 0.08

/** A word of the sentence that may belong to a value. */
interface Telling {
  readonly word: Word
  readonly at: number
  /** What it may stand for: itself, or the nearest words where it is misspelt. */
  readonly stems: readonly { readonly stem: string; readonly typos: number }[]
}

/** A name matched so far. */
interface Track {
  readonly name: Name
  /** The place in the name after the last word matched. */
  readonly next: number
  readonly matched: readonly string[]
  readonly typos: number
}

/** Parts of names, and misspelt names: "Rao" for Chitra Rao, "operating sytem concept". */
export function matchParts(
  words: readonly Word[],
  index: ValueIndex,
  look: Look,
): readonly Match[] {
  const telling = tellingWords(words, index, look)
  let followed = 0
  return telling.flatMap((one, from) => {
    followed += namesBegun(one, index)
    const match = followed > mostFollowed ? null : longestFrom(telling, from, index, look)
    return match === null ? [] : [match]
  })
}

function tellingWords(words: readonly Word[], index: ValueIndex, look: Look): readonly Telling[] {
  const known = new Map<string, Telling['stems']>()
  return words.flatMap((word, at) => {
    if (isFiller(word, index) && word.plain.length > 1) return []
    if (honorifics.has(word.stem)) return []
    const typos = look.typos && known.size < mostMisspelt
    const stems = known.get(word.stem) ?? stemsFor(word, index, { ...look, typos })
    if (!index.byWord.has(word.stem)) known.set(word.stem, stems)
    return [{ word, at, stems }]
  })
}

/** How many names have one of the words. */
function namesBegun({ stems }: Telling, index: ValueIndex): number {
  return stems.reduce((sum, { stem }) => sum + (index.byWord.get(stem)?.length ?? 0), 0)
}

function stemsFor(word: Word, index: ValueIndex, look: Look): Telling['stems'] {
  if (index.byWord.has(word.stem)) return [{ stem: word.stem, typos: 0 }]
  if (!look.typos || isPlain(word, look) || look.isKnown(word.stem)) return []
  return index.vocabulary.near(word.stem).map(({ word: stem, typos }) => ({ stem, typos }))
}

/** Follows the names that have the words from here on, as far as any goes. */
function longestFrom(
  telling: readonly Telling[],
  from: number,
  index: ValueIndex,
  look: Look,
): Match | null {
  let tracks = begin(telling[from]!, index)
  let to = from
  while (tracks.length > 0 && to + 1 < telling.length) {
    const onward = advance(tracks, telling[to + 1]!)
    if (onward.length === 0) break
    tracks = onward
    to++
  }
  const said = telling.slice(from, to + 1)
  const before = telling[from - 1]
  const narrowed = before === undefined ? [] : tracks.filter((track) => hasInitial(track, before))
  const fits = bestFits(narrowed.length > 0 ? narrowed : tracks, index)
  if (fits.length === 0) return null
  if (!isTelling(said, fits[0]!.score, look)) return null
  const first = narrowed.length > 0 ? before! : said[0]!
  return { first: first.at, last: telling[to]!.at, values: fits }
}

function begin({ stems }: Telling, index: ValueIndex): readonly Track[] {
  return stems.flatMap(({ stem, typos }) => {
    const names = index.byWord.get(stem) ?? []
    if (names.length > mostBegun) return []
    return names.map((number) => {
      const name = index.names[number]!
      return { name, next: name.stems.indexOf(stem) + 1, matched: [stem], typos }
    })
  })
}

/** The tracks that go on with this word; one word of the name may be left out ("database concepts"). */
function advance(tracks: readonly Track[], { stems }: Telling): readonly Track[] {
  return tracks.flatMap((track) => {
    for (const { stem, typos } of stems) {
      const at = track.name.stems.indexOf(stem, track.next)
      if (at < 0 || at > track.next + 1) continue
      const matched = [...track.matched, stem]
      return [{ ...track, next: at + 1, matched, typos: track.typos + typos }]
    }
    return []
  })
}

/** "C. Rao": a single letter before the match that begins the word before it in the name. */
function hasInitial({ name, next, matched }: Track, before: Telling): boolean {
  const { plain, stressed } = before.word
  if (plain.length !== 1 || (plain === 'a' && !stressed)) return false
  return name.stems[next - matched.length - 1]?.startsWith(plain) ?? false
}

/**
 * The values of the tracks, each by its best name, best first; in full before in part. None when too many share the
 * words, which is found before they are weighed: a word many names have may be said a hundred times.
 */
function bestFits(tracks: readonly Track[], index: ValueIndex): readonly Fit[] {
  const whole = tracks.filter(isWhole)
  const best = whole.length > 0 ? whole : tracks
  if (new Set(best.map(({ name }) => name.value)).size > mostShared) return []
  const scores = new Map<number, number>()
  for (const track of best) {
    const score = scoreOf(track, index)
    if (score > (scores.get(track.name.value) ?? 0)) scores.set(track.name.value, score)
  }
  return [...scores]
    .map(([value, score]) => ({ value, score }))
    .toSorted((a, b) => b.score - a.score)
}

function isWhole({ name, matched }: Track): boolean {
  return matched.length === name.stems.length
}

const completeScore = 0.75

/** 1 less the typos for a whole name; at most 0.74 for a part, by how much of the name's weight was said. */
function scoreOf(track: Track, index: ValueIndex): number {
  const { name, matched, typos } = track
  const off = perTypo * typos
  if (isWhole(track)) return Math.max(completeScore, 0.98 - off)
  const said = matched.reduce((sum, stem) => sum + weightOf(stem, index), 0)
  const all = name.stems.reduce((sum, stem) => sum + weightOf(stem, index), 0)
  return Math.min(0.74, 0.4 + (0.4 * said) / all - off)
}

/** How telling a word is among these names. */
function weightOf(stem: string, index: ValueIndex): number {
  const count = index.byWord.get(stem)?.length ?? 0
  return Math.log(1 + index.names.length / (1 + count))
}

/**
 * Whether the words can mean a value at all. Everyday words and words of the desk's own sentences need company: a
 * second word, and a good part of the name; one word that is neither is enough.
 */
function isTelling(said: readonly Telling[], score: number, look: Look): boolean {
  const special = said.filter(({ word }) => !isPlain(word, look))
  if (special.some(({ word }) => word.plain.length > 1)) return true
  return said.length > 1 && score >= (special.length > 0 ? 0.5 : 0.6)
}
