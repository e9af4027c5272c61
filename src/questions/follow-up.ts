import { type Chunk, does } from './chunk.ts'

/** A text with its chunks, and where each stands in it. */
export interface Heard {
  readonly text: string
  readonly chunks: readonly (Chunk & { readonly start: number; readonly end: number })[]
}

const opening =
  /^\s*(?:and|what about|how about|ok(?:ay)?,? and|also|now|then|aur)\b[\s,]*(?:for|in|of|with|from|the)?\s*/i
const narrowing =
  /^\s*(?:and |but |now )?(?:only|just)\s+(?:(?:the|those|these)\s+)?(?:ones?\s+)?(?:(?:that|which|who) (?:are|is|have|has)\s+)?/i
const sorting =
  /^\s*(?:and |now |please )?(?:sort|order|rank|arrange)(?:ed)?(?: (?:them|those|these|it))?(?: by)?\s+/i
const counting =
  /^\s*(?:and )?how many(?: (?:are|is))?(?: (?:those|these|they|them|that|there|of them|of those|of these))\b.*$/i
const pointing =
  /\b(?:of (?:those|these|them)|(?:among|from) (?:those|these|them)|which of (?:them|those|these)|those|them|these)\b/i
const possessive = /\b(?:their|his|her|its|uska|uski|unka|unki)\b/i

/**
 * A message that goes on from the last question, written out: "and in 2019?" puts 2019 in the place of the year that was
 * said, "only the cheap ones" and "sort by price" are added. Null where it stands by itself.
 */
export function writtenOut(said: Heard, before: Heard): string | null {
  const { text } = said
  if (counting.test(text)) return `how many ${withoutLead(before.text)}`
  if (sorting.test(text)) return `${before.text} sorted by ${text.replace(sorting, '')}`
  if (narrowing.test(text)) return joined(before.text, text.replace(narrowing, ''))
  if (opening.test(text)) return replaced(said, before, text.replace(opening, ''))
  if (pointing.test(text))
    return joined(
      before.text,
      text.replace(pointing, '').replace(/^\s*(?:which|who|what)\b(?: (?:are|is))?/i, ''),
    )
  if (possessive.test(text)) return replaced(said, before, text.replace(possessive, ''))
  return isFragment(said) ? replaced(said, before, text) : null
}

/** "show me all the": what a count does not want before it. */
function withoutLead(text: string): string {
  return text
    .replace(
      /^\s*(?:please )?(?:show|list|give|tell|find|name|display|get|which|what|who)(?: me| us)?(?: (?:are|is))?(?: all)?(?: the)?\s+/i,
      '',
    )
    .replace(/[?.!\s]+$/, '')
}

function joined(before: string, rest: string): string {
  const bare = before.replace(/[?.!\s]+$/, '')
  return /^(?:with|from|in|at|of|for|that|who|which|whose|older|younger|cheaper|above|below|over|under|before|after|between|not|without)\b/i.test(
    rest,
  )
    ? `${bare} ${rest}`
    : `${bare} that are ${rest}`
}

/** Values and numbers of the same column, and columns asked for, take each other's place; what has none is added. */
function replaced(said: Heard, before: Heard, rest: string): string {
  for (const chunk of said.chunks) {
    const same = before.chunks.find((one) => isAlike(chunk, one))
    if (same === undefined) continue
    const words = said.text.slice(chunk.start, chunk.end)
    return before.text.slice(0, same.start) + words + before.text.slice(same.end)
  }
  return joined(before.text, rest)
}

function isAlike(a: Chunk, b: Chunk): boolean {
  if (does(a, 'number')) return does(b, 'number')
  if (does(a, 'dates')) return does(b, 'dates')
  if (a.values.length > 0)
    return b.values.some(({ column }) => a.values.some((one) => one.column === column))
  return (
    a.op === null &&
    a.columns.length > 0 &&
    a.tables.length === 0 &&
    b.op === null &&
    b.columns.length > 0 &&
    b.values.length === 0 &&
    b.tables.length === 0
  )
}

/** Nothing but values and small words: it asks nothing by itself. */
function isFragment({ chunks }: Heard): boolean {
  const telling = chunks.filter(
    (one) =>
      one.op === null && (one.tables.length > 0 || one.columns.length > 0 || one.values.length > 0),
  )
  const asks = chunks.some((one) =>
    does(one, 'count', 'how', 'who', 'where', 'when', 'wh', 'superlative', 'most', 'aggregate'),
  )
  return !asks && telling.length === 1 && telling[0]!.values.length > 0 && chunks.length <= 4
}
