import { type Chunk, does, names } from './chunk.ts'
import type { Reader } from './reader.ts'
import type { Schema } from './schema.ts'
import { units, vagueWords } from './vocabulary/function-words.ts'
import { keysLike } from './self-keys.ts'
import { stemOf, wordsOfName } from './words.ts'

/**
 * A word nothing is known of. A verb between two things that are known says little more than that they belong together;
 * a word said of a thing, or after "in" and "from", changes what is asked, so that no answer is the right one.
 */
export function readUnknown(reader: Reader, chunk: Chunk): void {
  const { scene } = reader
  if (isSourceName(chunk, scene.schema) || isDoneBy(reader, chunk)) return
  scene.unknown.push(chunk.text)
  const doubt = doubtOf(reader, chunk)
  scene.doubt += doubt
  if (doubt === doubts.telling || vagueWords.has(chunk.text)) scene.leftOut.push(chunk)
}

/** How a verb ends that was done. */
const participle =
  /(?:ed|ing|en|wn|ne|ught|ld|pt|made|led|won|sung|run|cut|set|put|built|sent|lent|spent|shot|met|read)$/

const doubts = { tiny: 0.05, verb: 0.2, alone: 0.4, telling: 0.5 } as const

function doubtOf({ chunks, at, scene }: Reader, chunk: Chunk): number {
  if (chunk.text.length <= 2 || isUnit(chunk, chunks[at - 1])) return doubts.tiny
  if (vagueWords.has(chunk.text)) return doubts.verb
  if (scene.nodes.length === 0 && chunks.length === 1) return doubts.alone
  const [before, after] = [chunks[at - 1], chunks[at + 1]]
  const isOfNoun = after?.op === null && after.tables.length > 0 && after.text !== chunk.text
  const isSubjectBefore = before !== undefined && names(before)
  const isVerb = participle.test(chunk.text)
  if (isOfNoun && !isSubjectBefore && !isPronoun(before)) return doubts.telling
  const isEnd = after === undefined || does(after, 'and', 'or', 'comma', 'preposition', 'relative')
  const lead = chunks.slice(0, at).findLast((one) => one.op !== null || names(one) || one.unknown)
  if (isEnd && !isVerb && does(lead, 'preposition', 'be', 'by', 'each') && !isSubjectBefore)
    return doubts.telling
  return doubts.verb
}

/** "managed by Leo": along the key to a manager, though nothing is called "managed". */
function isDoneBy(reader: Reader, { text }: Chunk): boolean {
  const keys = reader.next()?.text === 'by' ? keysLike(reader, text) : []
  if (keys.length > 0) reader.scene.preferred = keys
  return keys.length > 0
}

/** "in miles": how it is to be written, which it is as it stands. */
function isUnit({ text }: Chunk, before: Chunk | undefined): boolean {
  return does(before, 'preposition') && Object.hasOwn(units, stemOf(text))
}

/** "who", "that": what follows is what they do. */
function isPronoun(chunk: Chunk | undefined): boolean {
  return does(chunk, 'who') || (does(chunk, 'relative') && /^(?:that|which|who)$/.test(chunk!.text))
}

/** "in the library", asked of the library's own database. */
function isSourceName({ text }: Chunk, { sources }: Schema): boolean {
  return sources.some((source) => wordsOfName(source).includes(text))
}
