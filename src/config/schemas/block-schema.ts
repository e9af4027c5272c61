import * as z from 'zod'
import { wordingSchema } from './wording-schema.ts'

const liquid = z.union([z.string(), z.number()])
const each = z
  .string()
  .min(1)
  .meta({ description: 'The rows it is made of: `rows`, or the name of a query.' })

const column = z.union([
  liquid,
  z.strictObject({
    label: wordingSchema
      .meta({ description: 'The heading, where it differs from the key.' })
      .optional(),
    value: liquid.meta({ description: 'What a cell says, about `row`.' }),
    align: z.enum(['start', 'end']).meta({ description: 'Where a cell is set.' }).default('start'),
  }),
])

const cards = z.strictObject({
  each,
  title: wordingSchema,
  subtitle: wordingSchema.optional(),
  image: z.string().meta({ description: 'The address of a picture.' }).optional(),
  facts: z
    .record(z.string(), liquid)
    .meta({ description: 'Lines under the title: what it is, and its value.' })
    .optional(),
  actions: z
    .record(z.string(), z.string())
    .meta({ description: 'Links: a label, and an https:, mailto: or tel: address.' })
    .optional(),
})

const table = z.strictObject({
  each,
  caption: wordingSchema.optional(),
  columns: z.record(z.string(), column).meta({ description: 'By heading, what a cell says.' }),
})

const map = z.strictObject({
  image: z.string().meta({ description: 'The address of the map.' }),
  alt: wordingSchema.optional(),
  width: z.number().positive().meta({ description: 'Pixels of the image.' }),
  height: z.number().positive().meta({ description: 'Pixels of the image.' }),
  x: liquid.meta({ description: 'Pixels from the left.' }),
  y: liquid.meta({ description: 'Pixels from the top.' }),
  route: z.string().meta({ description: 'The way as `x,y x,y`.' }).optional(),
})

const location = z.strictObject({
  each: each.optional(),
  name: z.string(),
  address: z.string().optional(),
  latitude: liquid,
  longitude: liquid,
  map: map.meta({ description: 'The place on the institution’s own map.' }).optional(),
})

const choice = z.union([
  z.string(),
  z.strictObject({
    label: wordingSchema.meta({ description: 'What the button says.' }),
    say: wordingSchema
      .meta({ description: 'What tapping it says; left out, the label.' })
      .optional(),
    url: z.string().meta({ description: 'The address it opens instead.' }).optional(),
  }),
])

const choices = z.union([
  z.array(choice).min(1),
  z.strictObject({
    each,
    label: wordingSchema.meta({ description: 'What the button says, about `row`.' }),
    say: wordingSchema
      .meta({ description: 'What tapping it says; left out, the label.' })
      .optional(),
    url: z.string().meta({ description: 'The address it opens instead.' }).optional(),
  }),
])

/** One block of a reply: exactly one member besides `when`. */
const blockSchema = z
  .strictObject({
    when: z
      .string()
      .min(1)
      .meta({ description: 'A Liquid condition; left out, always.' })
      .optional(),
    text: wordingSchema.optional(),
    cards: cards.optional(),
    table: table.optional(),
    image: z.strictObject({ url: wordingSchema, alt: wordingSchema }).optional(),
    location: location.optional(),
    document: z.strictObject({ url: wordingSchema, name: wordingSchema }).optional(),
    choices: choices.optional(),
  })
  .meta({
    id: 'block',
    description: 'One of text, cards, table, image, location, document, choices.',
  })

/** What a desk says to something: a wording, or a list of blocks. */
export const replySchema = z
  .union([wordingSchema, z.array(z.union([z.string(), blockSchema])).min(1)])
  .meta({ id: 'reply', description: 'A wording, or a list of blocks.' })

/** What an owner writes for one block. */
export type BlockInput = z.infer<typeof blockSchema>

/** What an owner writes for a reply. */
export type ReplyInput = z.infer<typeof replySchema>
