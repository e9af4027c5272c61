import * as z from 'zod'

const variants = z.union([z.string(), z.array(z.string()).min(1)])

/** A BCP 47 tag in the usual form: `en`, `hi`, `pt-BR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .meta({ description: 'A language, such as en or hi.' })

/** A sentence: a text, variants of it, or either of these per language. */
export const wordingSchema = z.union([variants, z.record(languageTag, variants)]).meta({
  id: 'wording',
  description: 'A sentence: one text, a list of variants, or one of these per language.',
})

/** What an owner writes for a wording. */
export type WordingInput = z.infer<typeof wordingSchema>

/** One value: a text, a number, true or false, or nothing. */
export const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** The name of a slot, a topic, a source or a context. */
export const nameSchema = z
  .string()
  .regex(/^\p{L}[\p{L}\p{M}\p{N}_-]*$/u)
  .meta({ description: 'A name: a letter, then letters, digits, dashes and underscores.' })
