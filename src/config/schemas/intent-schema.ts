import * as z from 'zod'
import { replySchema } from './block-schema.ts'
import { queriesSchema, queryMembers } from './query-schema.ts'
import { languageTag, nameSchema, scalarSchema, wordingSchema } from './wording-schema.ts'

const nest = z.strictObject({
  under: z.string().meta({ description: 'The query whose rows get the list.' }),
  on: z
    .record(z.string().min(1), z.string().min(1))
    .meta({ description: 'A column of this query: the column of the other it equals.' }),
})

/** An answer with its queries: one beside `reply`, or several under `queries`. */
const answerMembersSchema = z.strictObject({
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
const answerSchema = z.union([z.string(), z.array(z.string()).min(1), answerMembersSchema]).meta({
  id: 'answer',
  description: 'A text, variants of it, or a reply with the queries it is made from.',
})

/** What an owner writes for an answer that is more than a text. */
export type AnswerInput = z.infer<typeof answerMembersSchema>

const slot = z.strictObject({
  entity: nameSchema.meta({ description: 'An entity of the desk, or a built-in one.' }),
  required: z
    .boolean()
    .meta({ description: 'Whether it must be known; left out, true when `ask` is given.' })
    .optional(),
  ask: wordingSchema.meta({ description: 'The question.' }).optional(),
  again: wordingSchema.meta({ description: 'Said when the reply did not fit.' }).optional(),
  default: scalarSchema
    .meta({
      description: 'A value, $today, $now, $name of something remembered, or $context.name.',
    })
    .optional(),
  offer: z
    .int()
    .min(0)
    .max(50)
    .meta({ description: 'Show so many of the values as buttons.' })
    .default(0),
  carries: z
    .boolean()
    .meta({ description: 'Taken from the last answer when not said.' })
    .default(true),
  minimum: scalarSchema.meta({ description: 'The least value allowed.' }).optional(),
  maximum: scalarSchema.meta({ description: 'The greatest value allowed.' }).optional(),
})

const contextName = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}%_-]+$/u)
  .meta({ description: 'A context: letters, digits, dashes and underscores.' })

const phrases = z.array(z.string().min(1))

/** What one document of `intents/*.yaml` may say. */
export const intentSchema = z.strictObject({
  intent: z
    .string()
    .regex(/^(?!\s)\P{Cc}*\S$/u)
    .meta({ description: 'Its name, on one line; unique. Short ones with dashes read best.' }),
  topic: nameSchema.meta({ description: 'One of the topics of desk.yaml.' }).optional(),
  title: wordingSchema.meta({ description: 'What a button that leads here says.' }).optional(),
  action: z
    .string()
    .min(1)
    .meta({ description: 'The Dialogflow action that also leads here.' })
    .optional(),
  events: z
    .array(z.string().min(1))
    .meta({ description: 'Events that lead here without words, such as welcome.' })
    .default([]),
  within: z.array(contextName).meta({ description: 'Contexts that must be alive.' }).default([]),
  sets: z
    .record(contextName, z.int().min(0).max(100))
    .meta({ description: 'Contexts left behind, with their lifespan in turns.' })
    .default({}),
  fallback: z
    .boolean()
    .meta({ description: 'Said where nothing was understood, while the contexts are alive.' })
    .default(false),
  remembers: z
    .array(nameSchema)
    .meta({ description: 'Slots kept for the rest of the conversation.' })
    .default([]),
  phrases: z
    .union([phrases, z.record(languageTag, phrases)])
    .meta({ description: 'What visitors say, with slots marked: [words](slot).' })
    .default([]),
  slots: z
    .record(nameSchema, slot)
    .meta({ description: 'What must be known, by name.' })
    .default({}),
  answer: answerSchema,
})

/** What an owner writes for an intent, with the defaults filled in. */
export type IntentInput = z.infer<typeof intentSchema>

/** What an owner writes for a slot. */
export type SlotInput = z.infer<typeof slot>
