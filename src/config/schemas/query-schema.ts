import * as z from 'zod'
import { scalarSchema } from './wording-schema.ts'

const many = z.union([z.array(scalarSchema).min(1), z.string()])

const comparison = z
  .strictObject({
    '=': scalarSchema.optional(),
    '!=': scalarSchema.optional(),
    '<': scalarSchema.optional(),
    '<=': scalarSchema.optional(),
    '>': scalarSchema.optional(),
    '>=': scalarSchema.optional(),
    contains: scalarSchema.optional(),
    starts: scalarSchema.optional(),
    in: many.meta({ description: 'A list, or $query.column.' }).optional(),
    'not in': many.meta({ description: 'A list, or $query.column.' }).optional(),
    between: z
      .tuple([scalarSchema, scalarSchema])
      .meta({ description: '[least, greatest]' })
      .optional(),
  })
  .meta({ id: 'comparison', description: 'Operators and what they compare with; all must hold.' })

/** How one column is compared: with a value, or by operators. */
export type ConditionInput = z.infer<typeof comparison> | z.infer<typeof scalarSchema>

/** Conditions by column, and their combinations. */
export interface WhereInput {
  readonly any?: readonly WhereInput[] | undefined
  readonly all?: readonly WhereInput[] | undefined
  readonly not?: WhereInput | undefined
  readonly [column: string]: ConditionInput | WhereInput | readonly WhereInput[] | undefined
}

/** What must hold of each column, all of it. */
export const conditionsSchema = z.record(z.string().min(1), z.union([scalarSchema, comparison]))

/** The condition of a query. */
const whereSchema: z.ZodType<WhereInput, WhereInput> = z
  .object({
    any: z
      .array(z.lazy(() => whereSchema))
      .min(1)
      .meta({ description: 'One of them must hold.' })
      .optional(),
    all: z
      .array(z.lazy(() => whereSchema))
      .min(1)
      .meta({ description: 'Each of them must hold.' })
      .optional(),
    not: z
      .lazy(() => whereSchema)
      .meta({ description: 'It must not hold.' })
      .optional(),
  })
  .catchall(z.union([scalarSchema, comparison]))
  .meta({ id: 'where', description: 'By column, a value or operators; all must hold.' })

const column = z.union([
  z.string().min(1),
  z.strictObject({
    column: z.string().min(1),
    as: z.string().min(1).meta({ description: 'The name in the result.' }).optional(),
    aggregate: z.enum(['count', 'sum', 'average', 'minimum', 'maximum']).optional(),
  }),
])

const names = z.union([z.string().min(1), z.array(z.string().min(1))])

/** The members of a query; they stand in an answer, or under a name in its `queries`. */
export const queryMembers = {
  from: z.string().meta({ description: 'source.table' }).optional(),
  columns: z
    .union([column, z.array(column).min(1)])
    .meta({ description: 'Names, or "count(*) as n", one or a list; left out, all of the table.' })
    .optional(),
  join: names
    .meta({ description: 'Aliases declared under `joins` of the table’s file, one or a list.' })
    .optional(),
  where: whereSchema.optional(),
  group: names.meta({ description: 'Columns to group by, one or a list.' }).optional(),
  order: names.meta({ description: '`column` or `column desc`, one or a list.' }).optional(),
  distinct: z.boolean().meta({ description: 'Leave out rows that repeat.' }).optional(),
  limit: z.int().min(1).max(10_000).meta({ description: 'Rows at the most.' }).optional(),
  sql: z
    .string()
    .min(1)
    .meta({ description: 'SQL text with :name, instead of `from`.' })
    .optional(),
  source: z.string().meta({ description: 'The source `sql` is sent to.' }).optional(),
  parameters: z
    .record(z.string(), scalarSchema)
    .meta({ description: 'The value of each :name; left out, the slot of that name.' })
    .optional(),
}

const querySchema = z.strictObject(queryMembers)

/** The queries of an answer, by name. */
export const queriesSchema = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), querySchema)

/** What an owner writes for a query. */
export type QueryInput = z.infer<typeof querySchema>
