import * as z from 'zod'
import { nameSchema } from './wording-schema.ts'

const value = z.union([z.string(), z.number()])
const synonyms = z.record(z.string().min(1), z.union([z.array(value), value, z.null()]))

/** What one document of `entities/*.yaml` may say: exactly one of `values`, `pattern` and `from`. */
export const entitySchema = z.strictObject({
  entity: nameSchema.meta({ description: 'Its name; unique.' }),
  values: z
    .union([synonyms, z.array(value).min(1)])
    .meta({ description: 'A closed list: each value with other ways to say it.' })
    .optional(),
  pattern: z
    .string()
    .min(1)
    .meta({ description: 'A regular expression for whole words; capitals do not count.' })
    .optional(),
  upper: z
    .boolean()
    .meta({ description: 'With `pattern`: the value is the match in upper case.' })
    .optional(),
  from: z
    .string()
    .meta({ description: 'source.table.column: the values are read from there, live.' })
    .optional(),
  also: z
    .array(z.string().min(1))
    .meta({ description: 'With `from`: other columns of the row that name it.' })
    .optional(),
  several: z
    .boolean()
    .meta({ description: 'With `from`: a cell holds several values, separated by commas.' })
    .optional(),
  synonyms: synonyms
    .meta({ description: 'With `from`: other ways to say some of the values.' })
    .optional(),
  refresh: z
    .number()
    .positive()
    .meta({ description: 'With `from`: seconds until the values are read again.' })
    .optional(),
  open: z
    .boolean()
    .meta({ description: 'When asked for, words that are no value are taken as they are.' })
    .optional(),
  typos: z
    .boolean()
    .meta({ description: 'One or two misspelt letters are forgiven; not for `pattern`.' })
    .optional(),
})

/** What an owner writes for an entity. */
export type EntityInput = z.infer<typeof entitySchema>
