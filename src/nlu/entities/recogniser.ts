import type { Entity, Value } from '../../model/index.ts'

/** What a recogniser may need to know besides the text. */
export interface Circumstances {
  /** An ISO 8601 instant. */
  readonly now: string
  /** An IANA time zone. */
  readonly timezone: string
  /** The desk's country as an ISO 3166 code, for telephone numbers. */
  readonly country: string
  /** The entity the visitor was asked for, if any: a plain answer is enough then. */
  readonly asked: string | null
}

/** Finds the values of one entity in a text. Never throws, whatever the text. */
export type Recognise = (text: string, circumstances: Circumstances) => readonly Entity[]

/**
 * The recogniser, but only for texts that hold a sign of what it looks for. Most hold none, and a pattern that knows
 * every way to write a thing takes a tenth of a second to compile when it is first used.
 */
export function onlyWith(sign: RegExp, recognise: Recognise): Recognise {
  return (text, circumstances) => (sign.test(text) ? recognise(text, circumstances) : [])
}

/** An entity with one certain value. */
export function foundValue(entity: string, value: Value, text: string, start: number): Entity {
  return { entity, value, text, start, end: start + text.length, score: 1, alternatives: [] }
}

/** Every match of a global pattern that `read` finds a value in. */
export function foundBy(
  entity: string,
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Value,
): readonly Entity[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const value = read(match)
    return value === null ? [] : [foundValue(entity, value, match[0], match.index)]
  })
}
