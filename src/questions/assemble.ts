import { readBetween, readDates, readMatch, readNumber, retrace } from './amounts.ts'
import { type Chunk, does, names } from './chunk.ts'
import { aboveAverage, readComparison } from './comparisons.ts'
import { readName } from './nouns.ts'
import { ranksBefore } from './ranks.ts'
import { Reader } from './reader.ts'
import { type Scene } from './scene.ts'
import { personWords } from './vocabulary/function-words.ts'

/** Reads chunks from left to right into a scene. */
export function assemble(chunks: readonly Chunk[], scene: Scene): void {
  const reader = new Reader(chunks, scene)
  for (; reader.at < reader.chunks.length; reader.at++) {
    const chunk = reader.chunks[reader.at]!
    if (chunk.op !== null) readOperator(reader, chunk)
    else if (names(chunk)) readName(reader, chunk)
    else if (chunk.unknown) readUnknown(reader, chunk)
    else if (personWords.has(chunk.text) && reader.at < 4) scene.asks ??= 'who'
  }
}

export function readUnknown(reader: Reader, chunk: Chunk): void {
  const hinted = reader.scene.nodes.length > 0 || reader.chunks.length > 1
  reader.scene.doubt += chunk.text.length <= 2 ? 0.05 : hinted ? 0.2 : 0.4
}

// Words that do something.

export function readOperator(reader: Reader, chunk: Chunk): void {
  const { pending } = reader.scene
  const op = chunk.op!
  switch (op.op) {
    case 'count':
      pending.count = true
      break
    case 'how-much':
      pending.howMuch = true
      break
    case 'how':
      reader.scene.wanted.push({
        columns: [],
        adjective: op.adjective,
        aggregate: null,
        distinct: false,
        plural: false,
        after: reader.scene.nodes.length,
        isName: false,
      })
      break
    case 'aggregate':
      if (
        ranksBefore(reader, op.aggregate === 'maximum' ? 1 : op.aggregate === 'minimum' ? -1 : null)
      )
        break
      pending.aggregates.push(op.aggregate)
      break
    case 'superlative':
      if (ranksBefore(reader, op.adjective.direction)) break
      pending.superlative = op
      break
    case 'most':
      if (ranksBefore(reader, op.direction)) break
      pending.most = op.direction
      break
    case 'mode':
      pending.mode = op.direction
      break
    case 'compare':
      readComparison(reader, op)
      break
    case 'trailing':
      retrace(reader, op.ordering)
      break
    case 'between':
      readBetween(reader)
      break
    case 'number':
      readNumber(reader, op.value, chunk)
      break
    case 'dates':
      readDates(reader, op.from, op.to)
      break
    case 'contains':
      readMatch(reader, op.how)
      break
    case 'each':
      pending.group = true
      break
    case 'by':
      pending.group = !isAgent(reader)
      break
    case 'order':
      pending.order = true
      break
    case 'direction':
      readDirection(reader, op.descending)
      break
    case 'not':
      pending.not = true
      break
    case 'or':
      pending.or = true
      break
    case 'distinct':
      pending.distinct = true
      break
    case 'top':
      pending.top = op.direction
      break
    case 'relative':
      if (reader.scene.focus !== null || op.word !== 'have') reader.scene.isWithin = true
      break
    case 'who':
      if (reader.scene.nodes.length === 0 && reader.scene.wanted.length === 0)
        reader.scene.asks = 'who'
      else reader.scene.isWithin = true
      break
    case 'where':
    case 'when':
      if (reader.at === 0 || reader.scene.nodes.length + reader.scene.wanted.length === 0)
        reader.scene.asks = op.op
      else reader.scene.isWithin = true
      break
    case 'average-of-all':
      aboveAverage(reader)
      break
    case 'preposition': {
      const keys = reader.scene.prepositions.get(op.word) ?? []
      if (keys.length > 0 && reader.scene.preferred.length === 0) reader.scene.preferred = keys
      break
    }
    case 'unit':
    case 'and':
    case 'comma':
    case 'both':
    case 'be':
    case 'any':
    case 'all':
    case 'wh':
    case 'percent':
      break
    default:
      op satisfies never
  }
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
