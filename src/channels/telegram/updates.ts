import * as z from 'zod'

/** What is asked of Telegram: a live location that moves is no message, so of edits only texts are read. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query'] as const

const user = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  language_code: z.string().optional(),
})

const file = z.object({ mime_type: z.string().optional(), file_size: z.number().optional() })

const message = z.object({
  message_id: z.int(),
  chat: z.object({ id: z.int(), type: z.string() }),
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  photo: z.array(file).optional(),
  document: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  sticker: file.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.object({ phone_number: z.string(), user_id: z.int().optional() }).optional(),
  reply_markup: z
    .object({
      inline_keyboard: z.array(
        z.array(z.object({ text: z.string(), callback_data: z.string().optional() })),
      ),
    })
    .optional(),
})

/**
 * The part of an Update that is read: see https://core.telegram.org/bots/api#update. A kind that is not named here is
 * an update without any of them.
 */
export const updateSchema = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: message.optional(),
    })
    .optional(),
})

/** Something that happened, as Telegram hands it over. */
export type Update = z.infer<typeof updateSchema>

/** A message as Telegram hands it over. */
export type TelegramMessage = z.infer<typeof message>

/** Who wrote a message. */
export type TelegramUser = z.infer<typeof user>
