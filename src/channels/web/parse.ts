import * as z from 'zod'
import { FrontdeskError } from '../../errors.ts'

const said = z
  .strictObject({
    conversation: z.string().min(1).max(200).optional(),
    id: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/)
      .optional(),
    text: z.string().optional(),
    choice: z.string().min(1).max(200).optional(),
    location: z
      .strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
      })
      .optional(),
    attachment: z
      .strictObject({
        name: z.string().min(1).max(200),
        type: z.string().regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/),
        data: z.base64().max(200_000),
      })
      .optional(),
    event: z
      .string()
      .regex(/^[\w.-]{1,100}$/)
      .optional(),
  })
  .refine((body) => saidHow.filter((how) => body[how] !== undefined).length === 1, {
    message: `exactly one of text, choice, location, attachment and event is needed`,
  })

const saidHow = ['text', 'choice', 'location', 'attachment', 'event'] as const

/** What the page sends when a visitor says something: see docs/reference/http.md. */
export type Said = z.infer<typeof said>

/** Checks the body of a call. Throws `channel/bad-body`, whose hint names every mistake. */
export function parseSaid(body: unknown): Said {
  const parsed = said.safeParse(body)
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '),
  )
  throw new FrontdeskError('channel/bad-body', 'The body is not what the channel takes.', {
    hint: mistakes.slice(0, 5).join('; ').slice(0, 500),
  })
}
