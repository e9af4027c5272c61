/** A word that may be meant, and the logarithm of how likely whoever means it types what stands there. */
export interface Meant {
  readonly word: string
  readonly slip: number
}

/** The share of words with a slip in them, and of these each of four kinds. */
const oneOfKinds = Math.log(0.02 / 4)
/** Of a letter hit instead of another, how many are its neighbours on the keyboard. */
const nextKeyShare = 0.6
const [nearLetters, allLetters] = [8, 26]
/** A slip in the first letter is rarer: one looks at it. */
const firstLetter = Math.log(0.5)

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The keys around a key, of the Latin keyboard; empty for letters it has none for. */
function neighboursOf(key: string): string {
  const row = rows.findIndex((keys) => keys.includes(key))
  if (row < 0) return ''
  const at = rows[row]!.indexOf(key)
  return [row - 1, row, row + 1]
    .map((near) => rows[near]?.slice(Math.max(0, at - 1), at + 2) ?? '')
    .join('')
    .replace(key, '')
}

const neighbours = new Map(Array.from(rows.join(''), (key) => [key, neighboursOf(key)] as const))

/**
 * The known words that one slip of the fingers makes this word of: a letter left out, put in, swapped with the next or
 * hit instead of another; each kind as likely as the others, each slip as the number of slips it is one of.
 *
 * @param letters every letter known words are written in
 */
export function oneSlipAway(
  written: string,
  letters: readonly string[],
  isKnown: (word: string) => boolean,
): readonly Meant[] {
  const found = new Map<string, number>()
  for (let at = 0; at <= written.length; at++) {
    for (const { word, slip } of slipsAt(written, at, letters)) {
      const whole = slip + oneOfKinds + (at === 0 ? firstLetter : 0)
      if (isKnown(word) && whole > (found.get(word) ?? -Infinity)) found.set(word, whole)
    }
  }
  return Array.from(found, ([word, slip]) => ({ word, slip }))
}

function* slipsAt(written: string, at: number, letters: readonly string[]): Iterable<Meant> {
  const size = written.length
  const [before, own, next] = [written.slice(0, at), written[at] ?? '', written[at + 1] ?? '']
  const after = written.slice(at + 1)
  if (own !== '') yield { word: before + after, slip: putIn(own, before.at(-1) ?? '', next, size) }
  if (next !== '' && own !== next)
    yield { word: before + next + own + written.slice(at + 2), slip: -Math.log(size) }
  for (const letter of letters) {
    yield { word: before + letter + own + after, slip: -Math.log(size + 1) }
    if (own !== '' && own !== letter)
      yield { word: before + letter + after, slip: instead(letter, own, size) }
  }
}

/** A letter too many: any, but mostly one that stands beside it or is next to that on the keyboard. */
function putIn(letter: string, before: string, next: string, size: number): number {
  const isNear = [before, next].some(
    (other) => other === letter || (neighbours.get(other) ?? '').includes(letter),
  )
  return -Math.log(size * (isNear ? nearLetters : allLetters))
}

function instead(meant: string, hit: string, size: number): number {
  const near = neighbours.get(meant) ?? ''
  const share = near.includes(hit) ? nextKeyShare / near.length : (1 - nextKeyShare) / allLetters
  return Math.log(share / size)
}
