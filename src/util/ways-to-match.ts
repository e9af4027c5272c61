/**
 * How many ways, at the most, a regular expression may try to match one stretch of text: what makes some of them take
 * for ever is that this number grows with every letter ("(a+)+"). Letters that cannot be told apart from what follows
 * multiply the ways; a sign that must follow and is none of them does not.
 *
 * @param pattern of the flag `u`, without anchors around it
 * @param longest letters of a text at the most: as often is "any number of times"
 * @param after what stands behind the pattern, as a pattern of one character
 * @returns Infinity for what cannot be told, such as a reference back to a group
 */
export function waysToMatch(pattern: string, longest: number, after: string): number {
  const parser = new Parser(pattern)
  const tree = parser.choice()
  return parser.isAtEnd ? waysOf(tree, [charsOf(after)], longest) : Number.POSITIVE_INFINITY
}

/** Letters of a message that a pattern is tried on, what stands behind a whole word, and ways to match that are few. */
const longestText = 1000
const behindWord = String.raw`[^\p{L}\p{N}]`
const mostWays = 10_000

/** Whether looking for a pattern, as whole words of a message, could take for ever on some texts. */
export function mayTakeForever(pattern: string): boolean {
  return waysToMatch(pattern, longestText, behindWord) > mostWays
}

/** A part of a pattern. */
type Part =
  | { readonly kind: 'one'; readonly chars: ReadonlySet<string> }
  | { readonly kind: 'empty' }
  | { readonly kind: 'row' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }
  | { readonly kind: 'unknown' }

/** Characters that stand for all others: letters, digits and signs of a few scripts. */
const samples = [
  ...Array.from({ length: 0x7f - 0x09 }, (_, i) => String.fromCodePoint(i + 0x09)),
  ...'é ß ñ П д α ω 年 あ ん 한 क ी ि ९ ٣ ب א'.split(' '),
]

const known = new Map<string, ReadonlySet<string>>()

/** The samples that a pattern of one character fits. */
function charsOf(pattern: string): ReadonlySet<string> {
  const before = known.get(pattern)
  if (before !== undefined) return before
  const one = new RegExp(`^(?:${pattern})$`, 'ius')
  const found = new Set(samples.filter((sample) => one.test(sample)))
  known.set(pattern, found)
  return found
}

/** Reads a pattern, whose syntax has been checked by compiling it. */
class Parser {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length
  }

  choice(): Part {
    const parts = [this.#row()]
    while (this.#take(/\|/y) !== null) parts.push(this.#row())
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts }
  }

  #row(): Part {
    const parts: Part[] = []
    while (!this.isAtEnd && !/[|)]/.test(this.#pattern[this.#at]!)) parts.push(this.#repeated())
    return { kind: 'row', parts }
  }

  #repeated(): Part {
    const part = this.#atom()
    const found = this.#take(/([*+?]|\{(\d+)(,?)(\d*)\})\??/y)
    if (found === null) return part
    const [, sign, least, comma, most] = found
    if (sign === '?') return { kind: 'repeat', part, least: 0, most: 1 }
    if (sign === '*' || sign === '+')
      return { kind: 'repeat', part, least: Number(sign === '+'), most: Number.POSITIVE_INFINITY }
    const isOpen = comma === ',' && most === ''
    const top = isOpen ? Number.POSITIVE_INFINITY : Number(most === '' ? least : most)
    return { kind: 'repeat', part, least: Number(least), most: top }
  }

  #atom(): Part {
    if (this.#take(/\\[bB]|[\^$]/y) !== null) return { kind: 'empty' }
    if (this.#take(/\\(?:[1-9]|k<)/y) !== null) return { kind: 'unknown' }
    const group = this.#take(/\((?:\?(?::|<?[=!]|<[^>=!]+>))?/y)
    if (group !== null) return this.#group(group[0])
    const one = this.#take(
      /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|.)|\[(?:\\.|[^\]\\])*\]|./isuy,
    )
    return one === null ? { kind: 'unknown' } : { kind: 'one', chars: charsOf(one[0]) }
  }

  #group(opening: string): Part {
    const inside = this.choice()
    if (this.#take(/\)/y) === null) return { kind: 'unknown' }
    // What is only looked at is matched all the same, but takes no letters.
    return /[=!]$/.test(opening) ? { kind: 'row', parts: [inside, { kind: 'empty' }] } : inside
  }

  #take(sign: RegExp): RegExpExecArray | null {
    sign.lastIndex = this.#at
    const found = sign.exec(this.#pattern)
    if (found !== null) this.#at += found[0].length
    return found
  }
}

/** What may come next: the first characters of what follows, several where some of it may be left out. */
type Next = readonly ReadonlySet<string>[]

function waysOf(part: Part, next: Next, longest: number): number {
  switch (part.kind) {
    case 'one':
    case 'empty':
      return 1
    case 'unknown':
      return Number.POSITIVE_INFINITY
    case 'choice':
      return waysOfChoice(part.parts, next, longest)
    case 'row':
      return part.parts.reduce(
        (ways, one, i) => ways * waysOf(one, firstOf(part.parts.slice(i + 1), next), longest),
        1,
      )
    case 'repeat':
      return waysOfRepeat(part, next, longest)
    default:
      return part satisfies never
  }
}

/** Branches that begin differently are one way together. */
function waysOfChoice(parts: readonly Part[], next: Next, longest: number): number {
  const ways = parts.map((one) => waysOf(one, next, longest))
  const firsts = parts.map((one) => firstOf([one], next))
  const isApart = firsts.every((first, i) =>
    firsts.slice(i + 1).every((other) => !overlap(first, other)),
  )
  return isApart ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0)
}

function waysOfRepeat(
  { part, least, most }: Extract<Part, { kind: 'repeat' }>,
  next: Next,
  longest: number,
): number {
  const times = Math.min(most, longest)
  const again = times > 1 ? [...next, ...firstOf([part], [])] : next
  const each = waysOf(part, again, longest) ** times
  const isClear = least === most || !overlap(firstOf([part], []), next)
  return isClear ? each : each * (times - least + 1)
}

/** The characters a row of parts may begin with; those of what follows too, where all of it may be left out. */
function firstOf(parts: readonly Part[], next: Next): Next {
  const [part, ...rest] = parts
  if (part === undefined) return next
  switch (part.kind) {
    case 'one':
      return [part.chars]
    case 'empty':
      return firstOf(rest, next)
    case 'unknown':
      return [new Set(samples)]
    case 'row':
      return firstOf([...part.parts, ...rest], next)
    case 'choice':
      return part.parts.flatMap((one) => firstOf([one, ...rest], next))
    case 'repeat':
      return part.least > 0
        ? firstOf([part.part, ...rest], next)
        : [...firstOf([part.part, ...rest], next), ...firstOf(rest, next)]
    default:
      return part satisfies never
  }
}

function overlap(some: Next, others: Next): boolean {
  return some.some((one) => others.some((other) => [...one].some((char) => other.has(char))))
}
