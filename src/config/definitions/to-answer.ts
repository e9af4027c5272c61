import type { Answer, Nest } from '../../model/index.ts'
import type { AnswerInput } from '../schemas/intent-schema.ts'
import { queryMembers } from '../schemas/query-schema.ts'
import type { QueryInput } from '../schemas/query-schema.ts'
import type { Reading } from '../reading.ts'
import { reservedNames } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import { toBlocks } from './to-blocks.ts'
import type { ReadQuery } from './to-query.ts'
import { toQuery } from './to-query.ts'
import { toWording } from './to-wording.ts'

/** What the one query of an answer is called when it has no name. */
const onlyQuery = 'rows'

/** Reads an answer. `slots` are the names of the intent's slots. */
export function toAnswer(
  input: string | string[] | AnswerInput,
  slots: readonly string[],
  spot: Spot,
  reading: Reading,
): { answer: Answer; queries: readonly ReadQuery[] } {
  if (typeof input === 'string' || Array.isArray(input)) {
    const reply = toBlocks(input, spot, reading, [])
    return {
      answer: { queries: [], nests: [], reply, empty: [], error: {}, next: [] },
      queries: [],
    }
  }
  const written = writtenQueries(input, spot)
  const queries = readQueries(written, slots, reading)
  const names = Object.keys(written)
  const lists = names.length === 0 ? [] : [...new Set([onlyQuery, ...names])]
  const blocks = (member: 'reply' | 'empty') =>
    toBlocks(input[member], spot.to(member), reading, lists)
  const next = input.next ?? []
  for (const [i, intent] of next.entries())
    spot.to('next', i).expects('intent', intent, reading.intents)
  const answer: Answer = {
    queries: [...queries.values()].map((query) => query.template),
    nests: toNests(input.nest, names, queries, spot.to('nest')),
    reply: blocks('reply'),
    empty: blocks('empty'),
    error: toWording(input.error, spot.to('error'), reading),
    next,
  }
  return { answer, queries: [...queries.values()] }
}

interface Written {
  readonly input: QueryInput
  readonly spot: Spot
}

/** The queries by name: those under `queries`, or the one that stands beside `reply`. */
function writtenQueries(input: AnswerInput, spot: Spot): Readonly<Record<string, Written>> {
  const members = spot.written.filter((member) => Object.hasOwn(queryMembers, member))
  if (input.queries === undefined)
    return members.length === 0 ? {} : { [onlyQuery]: { input, spot } }
  for (const member of members)
    spot.to(member).report('not-allowed', `\`${member}\` belongs to a query under \`queries\`.`, {
      part: 'key',
    })
  const pairs = Object.entries(input.queries).map(
    ([name, query]) => [name, { input: query, spot: spot.to('queries', name) }] as const,
  )
  return Object.fromEntries(pairs)
}

/** Each query may take values from those above it. */
function readQueries(
  written: Readonly<Record<string, Written>>,
  slots: readonly string[],
  reading: Reading,
): ReadonlyMap<string, ReadQuery> {
  const read = new Map<string, ReadQuery>()
  let above: Readonly<Record<string, readonly string[] | null>> = {}
  for (const [i, [name, { input, spot }]] of Object.entries(written).entries()) {
    checkQueryName(name, i, slots, spot)
    const query = toQuery({ name, input, spot, scope: { slots, queries: above } }, reading)
    if (query !== null) read.set(name, query)
    above = { ...above, [name]: query?.columns ?? null }
  }
  return read
}

function checkQueryName(name: string, i: number, slots: readonly string[], spot: Spot): void {
  const isMain = i === 0 && name === onlyQuery
  if (!isMain && reservedNames.some((reserved) => reserved === name))
    spot.report('not-allowed', `A query cannot be called \`${name}\`: templates have that name.`, {
      part: 'key',
      hint: 'Call it something else.',
    })
  if (slots.includes(name))
    spot.report('duplicate', `\`${name}\` is a slot already: a template could not tell which.`, {
      part: 'key',
    })
}

function toNests(
  input: AnswerInput['nest'],
  names: readonly string[],
  queries: ReadonlyMap<string, ReadQuery>,
  spot: Spot,
): readonly Nest[] {
  return Object.entries(input ?? {}).flatMap(([query, { under, on }]) => {
    const there = spot.to(query)
    const [pair, ...more] = Object.entries(on)
    if (pair === undefined || more.length > 0) {
      there.to('on').report('not-allowed', 'A nest has exactly one pair of columns.')
      return []
    }
    const [column, equals] = pair
    if (!there.expects('query', query, names, { part: 'key' })) return []
    if (!there.to('under').expects('query', under, names)) return []
    if (query === under) there.report('not-allowed', 'A query cannot be nested under itself.')
    const pairSpot = there.to('on', column)
    expectColumn(column, query, queries.get(query), pairSpot)
    expectColumn(equals, under, queries.get(under), pairSpot)
    return [{ query, under, column, equals }]
  })
}

function expectColumn(
  column: string,
  query: string,
  read: ReadQuery | undefined,
  spot: Spot,
): void {
  if (read === undefined || read.columns === null) return
  const hint = `Add it to the columns of \`${query}\`.`
  spot.expects(`column of \`${query}\``, column, read.columns, { hint })
}
