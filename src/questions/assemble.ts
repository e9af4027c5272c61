import { readAmount, readBetween, readNumber, retrace } from './amounts.ts'
import { readDates, readMatch } from './dates-and-texts.ts'
import { type Chunk, does, names, type Op } from './chunk.ts'
import { aboveAverage, readComparison } from './comparisons.ts'
import { ranksThingBefore } from './named-things.ts'
import { questionFirst } from './late-question.ts'
import { readName } from './nouns.ts'
import { isAlongKey } from './paths.ts'
import type { Path } from './schema.ts'
import { ranksBefore, ranksByVerb } from './ranks.ts'
import { Reader } from './reader.ts'
import { type Scene } from './scene.ts'
import { isPerson } from './traits.ts'
import { readUnknown } from './unknown-words.ts'
import { negateLink } from './values.ts'
import { personWords } from './vocabulary/function-words.ts'

/** Reads chunks from left to right into a scene. */
export function assemble(chunks: readonly Chunk[], scene: Scene): void {
  const reader = new Reader(questionFirst(chunks), scene)
  for (; reader.at < reader.chunks.length; reader.at++) {
    const chunk = reader.chunks[reader.at]!
    if (chunk.op !== null) readOperator(reader, chunk)
    else if (names(chunk)) readName(reader, chunk)
    else if (chunk.unknown) readUnknown(reader, chunk)
    else if (personWords.has(chunk.text) && reader.at < 4) scene.asks ??= 'who'
  }
}

// Words that do something.

/** Does what an operator says. */
function readOperator(reader: Reader, chunk: Chunk): void {
  const { op } = chunk
  if (op === null) return
  const deed = deeds[op.op] as Deed<Op> | undefined
  deed?.(reader, op, chunk)
}

type Deed<One extends Op> = (reader: Reader, op: One, chunk: Chunk) => void

/** What each operator does; those that only stand between others do nothing. */
const deeds: { readonly [Name in Op['op']]?: Deed<Extract<Op, { op: Name }>> } = {
  count: ({ scene }) => {
    scene.pending.count = true
  },
  'how-much': ({ scene }) => {
    scene.pending.howMuch = true
  },
  how: ({ scene }, { adjective }) => {
    const rest = { distinct: false, plural: false, isName: false }
    scene.wanted.push({
      columns: [],
      adjective,
      aggregate: null,
      after: scene.nodes.length,
      ...rest,
    })
  },
  aggregate: (reader, { aggregate }) => {
    const direction = aggregate === 'maximum' ? 1 : aggregate === 'minimum' ? -1 : null
    if (!ranksBefore(reader, direction)) reader.scene.pending.aggregates.push(aggregate)
  },
  superlative: (reader, op) => {
    if (ranksThingBefore(reader, op.adjective)) return
    if (!ranksBefore(reader, op.adjective.direction)) reader.scene.pending.superlative = op
  },
  most: (reader, { direction }) => {
    if (!ranksBefore(reader, direction) && !ranksByVerb(reader, direction))
      reader.scene.pending.most = direction
  },
  mode: ({ scene }, { direction }) => {
    scene.pending.mode = direction
  },
  compare: (reader, op) => readComparison(reader, op),
  trailing: (reader, { ordering }) => retrace(reader, ordering),
  between: (reader) => readBetween(reader),
  number: (reader, { value }, chunk) => readNumber(reader, value, chunk),
  years: (reader, { from, to }) => readAmount(reader, from, { range: to }),
  dates: (reader, { from, to }) => readDates(reader, from, to),
  contains: (reader, { how }) => readMatch(reader, how),
  each: ({ scene }) => {
    scene.pending.group = true
  },
  by: (reader) => {
    reader.scene.pending.group = !isAgent(reader)
  },
  order: ({ scene }) => {
    scene.pending.order = true
  },
  direction: (reader, { descending }) => readDirection(reader, descending),
  not: ({ scene }) => {
    scene.pending.not = true
  },
  or: ({ scene }) => {
    scene.pending.or = true
  },
  all: ({ scene }) => {
    scene.isOfAll = true
  },
  percent: ({ scene }) => {
    scene.asksShare = true
  },
  be: ({ scene }) => beginShare(scene),
  spread: (reader) => readSpread(reader),
  nobody: (reader) => readNobody(reader),
  nothing: (reader) => readNothing(reader),
  both: ({ scene }) => {
    scene.holdsBoth = true
  },
  distinct: ({ scene }) => {
    scene.pending.distinct = true
  },
  top: ({ scene }, { direction }) => {
    scene.pending.top = direction
  },
  relative: ({ scene }, { word }) => {
    beginShare(scene)
    if (scene.focus !== null || word !== 'have') scene.isWithin = true
  },
  who: (reader) => askOrRelate(reader, 'who'),
  where: (reader) => askOrRelate(reader, 'where'),
  when: (reader) => askOrRelate(reader, 'when'),
  'average-of-all': (reader) => aboveAverage(reader),
  preposition: ({ scene }, { word }) => {
    const keys = scene.prepositions.get(word) ?? []
    if (keys.length > 0 && scene.preferred.length === 0) scene.preferred = keys
  },
}

/** "of vehicles are petrol": what is told of the vehicles is what the share is of. */
function beginShare(scene: Scene): void {
  if (scene.asksShare && scene.focus !== null) scene.shareFrom ??= scene.focus.conditions.length
}

/** "projects nobody works on": those without any of the people that are linked to them. */
function readNobody({ scene }: Reader): void {
  scene.whenFocused(() => {
    const people = scene.schema.tables.flatMap((table) => {
      const near = isPerson(table) && table !== scene.focus?.table ? scene.nearest(table) : null
      return near === null ? [] : [{ table, cost: near.path.length - hintOn(scene, near.path) }]
    })
    const [nearest] = people.toSorted((a, b) => a.cost - b.cost)
    const node = nearest === undefined ? null : scene.addNode(nearest.table, { negated: true })
    if (node === null) scene.doubt += 0.5
  })
}

/** "buyers who bought nothing": those without a row of what the verb speaks of, or of the only thing they may have. */
function readNothing({ scene }: Reader): void {
  scene.atEnd.push(() => {
    const { focus } = scene
    const said = scene.nodes.at(-1)
    if (said !== undefined && said !== focus && said.conditions.length === 0) {
      negateLink(said)
      return
    }
    const ways = (focus?.table.links ?? []).filter((link) => !isAlongKey(link))
    const hinted = ways.filter((link) => scene.hint(link) > 0)
    const [only, another] = hinted.length > 0 ? hinted : ways
    if (focus === null || only === undefined || another !== undefined) scene.doubt += 0.5
    else negateLink(scene.hang(only.to.table, focus, [only]))
  })
}

function hintOn(scene: Scene, path: Path): number {
  return path.reduce((sum, link) => sum + scene.hint(link), 0)
}

/** "the difference between the highest and the lowest rate": of one column, or of nothing that is known how to read. */
function readSpread(reader: Reader): void {
  const { chunks, scene } = reader
  const ends = [0, 1].map(() => {
    const at = reader.skip(reader.at + 1, 'plain')
    const after = does(chunks[at], 'and') ? reader.skip(at + 1, 'plain') : at
    const isEnd = does(chunks[after], 'superlative', 'most', 'aggregate')
    if (isEnd) reader.at = after
    return isEnd
  })
  if (ends.includes(false)) scene.doubt += 0.5
  else scene.pending.aggregates.push('spread')
}

/** Before anything is named it asks; after that it tells more of what was. */
function askOrRelate({ scene }: Reader, asks: 'who' | 'where' | 'when'): void {
  if (scene.nodes.length + scene.wanted.length === 0) scene.asks = asks
  else scene.isWithin = true
}

/** "directed by X", "books by X": what follows is a value, or nothing that rows are grouped by. */
export function isAgent(reader: Reader): boolean {
  const next = reader.chunks[reader.skip(reader.at + 1, 'plain', 'all')]
  const before = reader.chunks[reader.at - 1]
  if (before?.op === null && /(?:ed|en|wn|ught|ld|de)$/.test(before.text) && before.weight < 2.5)
    return true
  return (
    next === undefined ||
    (next.values.length > 0 && next.tables.length + next.columns.length === 0) ||
    next.unknown
  )
}

/** "in descending order": of what is sorted, before or after it is named. */
export function readDirection(reader: Reader, descending: boolean): void {
  const { sorts } = reader.scene
  const last = sorts.at(-1)
  if (last !== undefined) sorts[sorts.length - 1] = { ...last, descending }
  else if (does(reader.next(), 'order') || does(reader.next(2), 'order'))
    reader.descending = descending
  else if (reader.scene.wanted.length + reader.scene.nodes.length > 0)
    sorts.push({
      columns: reader.lastColumn?.columns ?? [],
      adjective: null,
      count: null,
      aggregate: null,
      descending,
    })
}
