import * as z from 'zod'
import { conditionsSchema } from './query-schema.ts'
import { nameSchema, wordingSchema } from './wording-schema.ts'

const join = z.strictObject({
  to: z.string().min(1).meta({ description: 'A table of the same source.' }),
  on: z
    .record(z.string().min(1), z.string().min(1))
    .meta({ description: 'The own column: the column of the other table it equals.' }),
  kind: z
    .enum(['inner', 'left'])
    .meta({ description: '`left` keeps rows with no partner.' })
    .default('inner'),
})

const column = z.strictObject({
  words: z.array(z.string().min(1)).meta({ description: 'Other words for it.' }).default([]),
  unit: z.string().min(1).meta({ description: 'The unit of its numbers.' }).optional(),
})

/** What one document of `tables/*.yaml` may say. */
export const tableSchema = z.strictObject({
  table: z.string().meta({ description: 'source.table' }),
  title: wordingSchema.meta({ description: 'What people call it.' }).optional(),
  private: z
    .strictObject({
      to: nameSchema.meta({ description: 'The identity of desk.yaml its rows belong to.' }),
      by: z.string().min(1).meta({ description: 'The column that holds the person’s key.' }),
    })
    .meta({ description: 'Set when a row belongs to one person.' })
    .optional(),
  plural: z.string().min(1).meta({ description: 'What several rows are called.' }).optional(),
  synonyms: z.array(z.string().min(1)).meta({ description: 'Other words for a row.' }).default([]),
  naming: z
    .array(z.string().min(1))
    .meta({ description: 'The columns that name a row to people, such as first and last name.' })
    .default([]),
  columns: z
    .record(z.string().min(1), column)
    .meta({
      description:
        'The columns questions may be asked about; without any, the table answers intents alone.',
    })
    .optional(),
  definitions: z
    .record(z.string().min(1), conditionsSchema)
    .meta({
      description:
        'Words said of a row, and what must hold of its columns for them: `major: { population: { ">": 150000 } }`.',
    })
    .optional(),
  public: z
    .literal(true)
    .meta({
      description:
        'Its rows are for everyone: has to be said of a view whose source keeps something private.',
    })
    .optional(),
  hidden: z
    .array(z.string().min(1))
    .meta({ description: 'Columns that are never read for anyone.' })
    .default([]),
  joins: z
    .record(nameSchema, join)
    .meta({ description: 'Other tables of the source, by the alias a query uses.' })
    .default({}),
})

/** What an owner writes for a table, with the defaults filled in. */
export type TableInput = z.infer<typeof tableSchema>
