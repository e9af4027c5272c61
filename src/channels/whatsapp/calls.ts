import * as z from 'zod'

const file = z.object({ mime_type: z.string().optional(), caption: z.string().optional() })

const tapped = z.object({ id: z.string(), title: z.string() })

/**
 * The part of a message that is read, whatever its `type`: see
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export const messageSchema = z.object({
  id: z.string().min(1),
  /** The telephone number; left out for somebody who has a user name instead. */
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  /** Set in a group. */
  group_id: z.string().optional(),
  /** Seconds since 1970. */
  timestamp: z.string().regex(/^\d{1,12}$/),
  type: z.string(),
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ text: z.string() }).optional(),
  interactive: z
    .object({ button_reply: tapped.optional(), list_reply: tapped.optional() })
    .optional(),
  image: file.optional(),
  document: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  sticker: file.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contacts: z
    .array(z.object({ phones: z.array(z.object({ phone: z.string().optional() })).optional() }))
    .optional(),
})

const trouble = z.object({
  code: z.number().optional(),
  title: z.string().optional(),
  message: z.string().optional(),
  error_data: z.object({ details: z.string().optional() }).optional(),
})

/** What became of a message that was sent. */
export const statusSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: z.string().regex(/^\d{1,12}$/),
  errors: z.array(trouble).optional(),
})

/** What is told of one number: each message and status is checked by itself, so that none stands in another's way. */
const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z
    .array(z.object({ wa_id: z.string().optional(), user_id: z.string().optional() }))
    .optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
  errors: z.array(trouble).optional(),
})

/** A call of the platform: changes of many kinds, of several numbers, in one. */
export const callSchema = z.object({
  entry: z.array(
    z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
  ),
})

/** The change that tells of messages. */
export const messagesSchema = value

/** A message as the platform hands it over. */
export type WhatsAppMessage = z.infer<typeof messageSchema>

/** A status as the platform hands it over. */
export type WhatsAppStatus = z.infer<typeof statusSchema>

/** What went wrong, in the platform's words. */
export type Trouble = z.infer<typeof trouble>

/** What is told of one number. */
export type Told = z.infer<typeof value>

/** What went wrong, in one line. */
export function inOneLine({ code, title, message, error_data }: Trouble): string {
  const words = error_data?.details ?? message ?? title ?? 'no reason given'
  return code === undefined ? words : `${code} ${words}`
}
