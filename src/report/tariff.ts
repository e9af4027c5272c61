import { parse } from 'yaml'
import * as z from 'zod'
import { FrontdeskError } from '../errors.ts'

const price = z.number().min(0).max(1_000)

const tariffSchema = z.strictObject({
  platform: z.string().min(1),
  asOf: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  market: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  reply: price,
  freeReplies: z.int().min(0),
  template: price,
})

/** What messages on a platform cost, as of a day. Prices are of one message, in the currency. */
export type Tariff = z.infer<typeof tariffSchema>

/** Reads a tariff: see docs/how-to/report-to-those-who-decide.md. Throws `cli/usage`, naming what is wrong. */
export function readTariff(file: string, text: string): Tariff {
  const parsed = tariffSchema.safeParse(parsedYaml(file, text))
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw unreadable(file, `Look at ${places.slice(0, 3).join('; ')}.`)
}

function parsedYaml(file: string, text: string): unknown {
  try {
    // Days stay as they are written.
    return parse(text, { schema: 'core' })
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '')
  }
}

function unreadable(file: string, hint: string): FrontdeskError {
  return new FrontdeskError('cli/usage', `${file} is no tariff.`, { hint })
}
