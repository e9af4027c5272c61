import * as z from 'zod'
import { replySchema } from './block-schema.ts'
import { queriesSchema, queryMembers } from './query-schema.ts'
import { wordingSchema } from './wording-schema.ts'

const nest = z.strictObject({
  under: z.string().meta({ description: 'The query whose rows get the list.' }),
  on: z
    .record(z.string().min(1), z.string().min(1))
    .meta({ description: 'A column of this query: the column of the other it equals.' }),
})

/** An answer with its queries: one beside `reply`, or several under `queries`. */
export const answerMembersSchema = z.strictObject({
  ...queryMembers,
  queries: queriesSchema.meta({ description: 'By name, the main one first.' }).optional(),
  nest: z
    .record(z.string(), nest)
    .meta({ description: 'Queries whose rows go under the rows of another.' })
    .optional(),
  reply: replySchema.meta({ description: 'Said when something was found.' }),
  empty: replySchema.meta({ description: 'Said when nothing was found.' }).optional(),
  error: wordingSchema.meta({ description: 'Said when a source fails.' }).optional(),
  next: z
    .array(z.string())
    .meta({ description: 'Intents offered as buttons, with slots carried over.' })
    .optional(),
})

/** What an intent says: a sentence, or an answer with queries. */
export const answerSchema = z
  .union([z.string(), z.array(z.string()).min(1), answerMembersSchema])
  .meta({
    id: 'answer',
    description: 'A text, variants of it, or a reply with the queries it is made from.',
  })

/** What an owner writes for an answer that is more than a text. */
export type AnswerInput = z.infer<typeof answerMembersSchema>
