import type { z } from 'zod'
import { checkUnique } from './names.ts'
import type { Problem } from './problem.ts'
import { salvage } from './salvage.ts'
import { Spot } from './spot.ts'
import type { YamlDocument } from './yaml-document.ts'

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
