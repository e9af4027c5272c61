import { outranks } from './outranks.ts'
import type { Chunk, ValueOption } from './chunk.ts'
import type { Lexicon, Named } from './lexicon.ts'
import { operatorAt } from './operators.ts'
import { narrowed } from './narrow.ts'
import type { Column, FindValues, Schema, Table } from './schema.ts'
import { adjectiveOf } from './vocabulary/adjectives.ts'
import { commandWords, plainWords, personWords } from './vocabulary/function-words.ts'
import type { Token } from './words.ts'

/** What tagging needs. */
export interface Tagging {
  readonly schema: Schema
  readonly lexicon: Lexicon
  readonly findValues: FindValues
}

/** How much less well a meaning may fit than the best and still be considered. */
const tolerance = 1.3

/** The words of a question in chunks, from left to right, the longest and best first. */
export function tag(tokens: readonly Token[], tagging: Tagging): readonly Chunk[] {
  const values = valuesIn(tokens, tagging)
  const chunks: Chunk[] = []
  for (let i = 0; i < tokens.length;) {
    const chunk = chunkAt(tokens, i, values, { ...tagging, before: chunks.at(-1) })
    chunks.push(chunk)
    i = chunk.last + 1
  }
  return narrowed(chunks)
}

interface Spanned extends ValueOption {
  readonly first: number
  readonly last: number
}

function valuesIn(tokens: readonly Token[], { schema, findValues }: Tagging): readonly Spanned[] {
  const words = tokens.map(({ text, kind, capital }) => ({
    text,
    quoted: kind === 'quoted',
    capital: capital !== 'none',
  }))
  const found = findValues(words).flatMap(({ source, table, column, ...rest }) => {
    const known = schema.column(source, table, column)
    return known === undefined ? [] : [{ ...rest, column: known }]
  })
  return withoutCopies(found)
}

/** A value of a key stands in every column that leads to it: it is meant where it is at home. */
function withoutCopies(found: readonly Spanned[]): readonly Spanned[] {
  const homes = new Set(found.map((one) => `${one.first}-${one.last} ${idOf(one.column)}`))
  return found.filter(({ column: { link }, first, last }) => {
    return link === null || !homes.has(`${first}-${last} ${idOf(link.to)}`)
  })
}

function idOf({ table, name }: Column): string {
  return `${table.source}.${table.name}.${name}`
}

function chunkAt(
  tokens: readonly Token[],
  i: number,
  values: readonly Spanned[],
  { lexicon, before }: Tagging & { readonly before: Chunk | undefined },
): Chunk {
  const operator = operatorAt(tokens, i)
  const named = longestNamed(tokens, i, lexicon)
  const longest = asksHowMany(tokens, i, operator) ? null : longestValue(tokens, i, values, before)
  const nouns = lexicon.byPhrase.get(tokens[i + (longest?.length ?? 1) - 1]?.stem ?? '') ?? []
  const valued = longest === null ? null : withoutNoun(longest, nouns, values)
  const forOperator = operator?.length ?? 0
  const [forNamed, forValue] = [named?.length ?? 0, valued?.length ?? 0]
  const span = (length: number) => ({
    first: i,
    last: i + length - 1,
    text: said(tokens, i, length),
  })
  const last = tokens[i + Math.max(1, forValue, forNamed) - 1]
  const rest = {
    plural: isPlural(last),
    owns: last?.owns === true,
    quoted: tokens[i]?.kind === 'quoted',
  }
  const isNumeric = operator?.op.op === 'number'
  if (
    operator !== null &&
    forOperator >= forNamed &&
    forOperator >= forValue &&
    !outranks(operator.op.op, named, forOperator)
  )
    return {
      ...nothing,
      ...rest,
      ...span(forOperator),
      op: operator.op,
      values: isNumeric ? (valued?.values ?? []) : [],
    }
  if (forValue > forNamed || (forValue > 0 && forNamed === 0))
    return {
      ...nothing,
      ...rest,
      ...span(forValue),
      values: valued!.values,
      weight: 3 * valued!.values[0]!.score,
    }
  if (named !== null) {
    const same =
      forValue === forNamed && valued !== null
        ? valued.values.filter(({ score }) => score > 0.84)
        : []
    return { ...nothing, ...rest, ...span(forNamed), ...meanings(named.named), values: same }
  }
  const token = tokens[i]!
  const isPlain = plainWords.has(token.text) || personWords.has(token.text) || token.kind === 'mark'
  return { ...nothing, ...rest, ...span(1), unknown: !isPlain }
}

/** "how many books": asks for a number, also where a row happens to be called that; a title has capitals. */
function asksHowMany(
  tokens: readonly Token[],
  i: number,
  operator: ReturnType<typeof operatorAt>,
): boolean {
  const after = tokens[i + 1]
  return operator?.op.op === 'count' && tokens[i]?.kind !== 'quoted' && after?.capital === 'none'
}

const nothing: Omit<Chunk, 'first' | 'last' | 'text'> = {
  op: null,
  tables: [],
  columns: [],
  values: [],
  definitions: [],
  weight: 0,
  plural: false,
  owns: false,
  quoted: false,
  unknown: false,
}

function said(tokens: readonly Token[], i: number, length: number): string {
  return tokens
    .slice(i, i + length)
    .map(({ text }) => text)
    .join(' ')
}

function isPlural(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.text !== token.stem &&
    /s$|^(men|women|people|children)$/.test(token.text)
  )
}

function longestNamed(tokens: readonly Token[], i: number, { byPhrase, longest }: Lexicon) {
  for (let length = Math.min(longest, tokens.length - i); length > 0; length--) {
    const some = tokens.slice(i, i + length)
    if (some.some(({ kind }) => kind === 'quoted')) continue
    const named = byPhrase.get(some.map(({ stem }) => stem).join(' '))
    if (named === undefined) continue
    if (length === 1 && plainWords.has(some[0]!.text) && (named[0]?.weight ?? 0) < 2.2) continue
    return { length, named }
  }
  return null
}

function meanings(
  named: readonly Named[],
): Pick<Chunk, 'tables' | 'columns' | 'definitions' | 'weight'> {
  const best = named[0]?.weight ?? 0
  const near = named.filter(({ weight }) => weight >= best - tolerance)
  const tables = near.flatMap((one): Table[] => (one.kind === 'table' ? [one.table] : []))
  // A key called like the table it leads to is that table.
  const columns = near.flatMap((one): Column[] =>
    one.kind === 'column' && !tables.some((table) => table === one.column.link?.to.table)
      ? [one.column]
      : [],
  )
  const definitions = near.flatMap((one) => (one.kind === 'definition' ? [one.definition] : []))
  return { tables, columns, definitions, weight: best }
}

/** "the Mississippi River": a river called Mississippi, where there is one. */
function withoutNoun(valued: Valued, nouns: readonly Named[], values: readonly Spanned[]): Valued {
  const { first, last } = valued.values[0]!
  const shorter = values.filter(
    (one) =>
      one.first === first &&
      one.last === last - 1 &&
      one.column.table.naming.includes(one.column) &&
      nouns.some((noun) => noun.kind === 'table' && noun.table === one.column.table),
  )
  return shorter.length === 0 ? valued : { length: valued.length - 1, values: shorter }
}

/** The values some words name, and how many words. */
interface Valued {
  readonly length: number
  readonly values: readonly Spanned[]
}

function longestValue(
  tokens: readonly Token[],
  i: number,
  values: readonly Spanned[],
  before: Chunk | undefined,
): Valued | null {
  const here = values.filter(({ first }) => first === i)
  const last = Math.max(-1, ...here.map((one) => one.last))
  const longest = here.filter((one) => one.last === last)
  const token = tokens[i]
  if (longest.length === 0 || token === undefined) return null
  const isCommon =
    plainWords.has(token.text) || (longest[0]!.isPart && adjectiveOf(token.text) !== undefined)
  // "bay A": a letter that is a value of what was just named is no article.
  const isToldOf = longest.some(({ column }) => before?.columns.includes(column) === true)
  const isWritten = token.capital === 'all' || (token.capital === 'first' && isToldOf)
  const isTold =
    commandWords.has(token.text) && /^(?:is|are|was|were|be)$/.test(tokens[i - 1]?.text ?? '')
  const isWeak = last === i && isCommon && !isWritten && !isTold && token.kind !== 'quoted'
  if (isWeak) return null
  return { length: last - i + 1, values: longest.toSorted((a, b) => b.score - a.score) }
}
