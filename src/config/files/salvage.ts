import type { z } from 'zod'
import { own } from '../../util/own.ts'
import { checkUnique } from './names.ts'
import type { Problem } from './problem.ts'
import { Spot } from './spot.ts'
import type { Path, YamlDocument } from './yaml-document.ts'
import { mistakesOf } from './zod-mistakes.ts'

/** The documents of one folder of a desk, and where to report what is wrong with them. */
export interface Documents {
  readonly documents: readonly YamlDocument[]
  readonly problems: Problem[]
}

/** What a document has to look like. */
export interface Shape<S extends z.ZodType> {
  readonly schema: S
  /** The member that names it; unique. */
  readonly member: string
  /** Names that every desk has. */
  readonly taken?: readonly string[]
  /** What stands in for a member that is missing, so that the rest of its document is still checked. */
  readonly fillers?: Readonly<Record<string, unknown>>
}

/** Checks each document and reads what is sound of it. */
export function readEach<S extends z.ZodType, T>(
  { documents, problems }: Documents,
  shape: Shape<S>,
  read: (input: z.infer<S>, spot: Spot) => T | null,
): readonly T[] {
  const spots = documents.map((document) => new Spot(document, problems))
  checkUnique(spots, shape.member, shape.taken)
  return spots.flatMap((spot) => {
    const input = salvage(shape.schema, spot, spot.document.raw, shape.fillers ?? {})
    return input === null ? [] : (read(input, spot) ?? [])
  })
}

/** Passes of leaving out before a document is given up; each pass mends one level of nesting. */
const mostPasses = 12

/**
 * Checks a document against its schema and reports every mistake, then leaves the mistaken parts out, so that the
 * names in the rest can still be checked. `fillers` stand in for members that must be there, by their name. Null when
 * nothing sound remains.
 */
export function salvage<S extends z.ZodType>(
  schema: S,
  spot: Spot,
  value: unknown,
  fillers: Readonly<Record<string, unknown>>,
): z.infer<S> | null {
  let sound = value
  for (let pass = 0; pass < mostPasses; pass++) {
    const parsed = schema.safeParse(sound)
    if (parsed.success) return parsed.data
    const mistakes = mistakesOf(parsed.error.issues, schema, sound)
    if (pass === 0) {
      sound = structuredClone(sound)
      for (const { path, code, message, rest } of mistakes)
        spot.to(...path).report(code, message, rest)
    }
    for (const mistake of mistakes) {
      const { missing } = mistake
      const filler = missing === undefined ? undefined : own(fillers, missing)
      if (missing !== undefined && filler !== undefined) fill(sound, mistake.path, missing, filler)
      else if (!leaveOut(sound, mistake.leaveOut)) return null
    }
  }
  return null
}

function fill(value: unknown, path: Path, key: string, filler: unknown): void {
  const around = holder(value, path)
  if (around !== null) Object.assign(around, { [key]: filler })
}

/** Removes the value at `path`; of a list the whole list, so that its other items keep their places. */
function leaveOut(value: unknown, path: Path): boolean {
  const item = path.findIndex((step) => typeof step === 'number')
  const upTo = item === -1 ? path : path.slice(0, item)
  const key = upTo.at(-1)
  const around = holder(value, upTo.slice(0, -1))
  if (key === undefined || around === null) return false
  Reflect.deleteProperty(around, key)
  return true
}

function holder(value: unknown, path: Path): object | null {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return null
    here = Reflect.get(here, step)
  }
  return typeof here === 'object' && here !== null ? here : null
}
