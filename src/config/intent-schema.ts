import * as z from 'zod'
import { answerSchema } from './answer-schema.ts'
import { languageTag, nameSchema, scalarSchema, wordingSchema } from './wording-schema.ts'

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
