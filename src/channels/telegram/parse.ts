import { createHmac } from 'node:crypto'
import type { Attachment, Delivery, Message } from '../../model/index.ts'
import { cleanText } from '../clean-text.ts'
import type { TelegramMessage, TelegramUser, Update } from './updates.ts'

/** Where an answer goes. */
export interface Address {
  readonly chat: number
  /** The message it answers, where many people write. */
  readonly replyTo?: number
}

/** What parsing needs to know. */
export interface Parsing {
  /** The channel's name in `desk.yaml`. */
  readonly name: string
  readonly bot: Bot
  /** Makes conversations that tell nobody who is in them. */
  readonly secret: Uint8Array
  readonly clock: () => number
}

/** Who the bot is. */
export interface Bot {
  readonly id: number
  readonly username: string
}

/** What an update asks of the desk; null for what is said to others, by others, or without anything to read. */
export function parseUpdate(update: Update, parsing: Parsing): Delivery | null {
  const said = saidIn(update, parsing.bot)
  if (said === null || said.from.is_bot) return null
  const { message, from } = said
  const isGroup = message.chat.type !== 'private'
  const album = message.media_group_id
  const { name, bot, clock } = parsing
  return {
    message: {
      // The parts of an album are updates of their own, and one message.
      id: `${name}/${bot.id}/${album === undefined ? update.update_id : `album-${album}`}`,
      conversation: conversationOf(message.chat.id, from, parsing),
      channel: name,
      at: new Date(clock()).toISOString(),
      ...(from.language_code === undefined ? {} : { language: from.language_code }),
      // What is said in a group is read by all of it.
      ...(isGroup ? { anonymous: true as const } : {}),
      ...said.content,
    },
    to: {
      chat: message.chat.id,
      ...(isGroup ? { replyTo: message.message_id } : {}),
    } satisfies Address,
  }
}

type Content = Pick<Message, 'text' | 'event' | 'location' | 'attachment'>

interface Said {
  readonly message: TelegramMessage
  readonly from: TelegramUser
  readonly content: Content
}

function saidIn({ message, edited_message, callback_query }: Update, bot: Bot): Said | null {
  if (callback_query !== undefined) {
    const { from, data, message: under } = callback_query
    const label = under?.reply_markup?.inline_keyboard
      .flat()
      .find((button) => button.callback_data === data)?.text
    if (under === undefined || label === undefined) return null
    return { message: under, from, content: { text: cleanText(label) } }
  }
  const given = message ?? (edited_message?.text === undefined ? undefined : edited_message)
  if (given?.from === undefined) return null
  const content = contentOf(given, bot)
  if (content === null || !isToBot(given, bot)) return null
  return { message: given, from: given.from, content }
}

/** One conversation for each person in each chat. */
function conversationOf(chat: number, from: TelegramUser, { name, bot, secret }: Parsing): string {
  const proof = createHmac('sha256', secret).update(`telegram\n${bot.id}\n${chat}\n${from.id}`)
  return `${name}/${proof.digest('base64url').slice(0, 22)}`
}

/** In a group: with the bot's name, as a command, or in reply to the bot. */
function isToBot({ chat, text, caption, reply_to_message }: TelegramMessage, bot: Bot): boolean {
  if (chat.type === 'private' || reply_to_message?.from?.id === bot.id) return true
  const words = text ?? caption ?? ''
  return mentionOf(bot).test(words) || /^\/\w+(\s|$)/.test(words)
}

function mentionOf({ username }: Bot): RegExp {
  return new RegExp(`@${username}\\b`, 'i')
}

function contentOf(message: TelegramMessage, bot: Bot): Content | null {
  const written = message.text ?? message.caption ?? phoneIn(message)
  const text = written === undefined ? '' : cleanText(written.replace(mentionOf(bot), ''))
  if (message.location !== undefined) return { text, location: message.location }
  const attachment = attachmentIn(message)
  if (attachment !== null) return { text, attachment }
  if (written === undefined) return null
  const command = /^\/(\w+)\s*(.*)$/.exec(text)
  if (command === null) return { text }
  const [, name = '', rest = ''] = command
  // What follows /start comes out of a link: it is nothing anybody said.
  if (name === 'start') return { text: '', event: 'welcome' }
  return { text: `${name.replaceAll('_', ' ')} ${rest}`.trim() }
}

/** The number of a contact that was shared. Telegram tells that of a user with its country, and at times without the sign. */
function phoneIn({ contact }: TelegramMessage): string | undefined {
  const isBare = contact?.user_id !== undefined && /^\d/.test(contact.phone_number)
  return isBare ? `+${contact.phone_number}` : contact?.phone_number
}

/** What Telegram does not name the type of, it makes itself. */
function attachmentIn(message: TelegramMessage): Attachment | null {
  const { photo, document, voice, audio, video, video_note, sticker } = message
  const found = [
    { file: photo?.at(-1), type: 'image/jpeg' },
    { file: document, type: 'application/octet-stream' },
    { file: voice, type: 'audio/ogg' },
    { file: audio, type: 'audio/mpeg' },
    { file: video ?? video_note, type: 'video/mp4' },
    { file: sticker, type: 'image/webp' },
  ].find(({ file }) => file !== undefined)
  if (found?.file === undefined) return null
  return { type: found.file.mime_type ?? found.type, size: found.file.file_size ?? 0 }
}
