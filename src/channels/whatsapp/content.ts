import type { Message } from '../../model/index.ts'
import { cleanText } from '../clean-text.ts'
import { saidBy } from './choice-id.ts'
import type { WhatsAppMessage } from './calls.ts'

/** What a message says, free of the platform. */
export type Content = Pick<Message, 'text' | 'event' | 'location' | 'attachment'>

/** Kinds nobody expects an answer to: a heart under a message, somebody who changed their number. */
const unanswered = ['reaction', 'system', 'ephemeral', 'edit', 'revoke']

/** What a message says; null for one that asks for no answer. What has no form here is a file that cannot be read. */
export function contentOf(message: WhatsAppMessage): Content | null {
  if (unanswered.includes(message.type)) return null
  if (message.type === 'request_welcome') return { text: '', event: 'welcome' }
  const words = wordsIn(message)
  const text = cleanText(words ?? '')
  const { location } = message
  if (location !== undefined) {
    const { latitude, longitude } = location
    return { text, location: { latitude, longitude } }
  }
  const { image, document, audio, video, sticker } = message
  const file = image ?? document ?? audio ?? video ?? sticker
  if (file === undefined && words !== undefined) return { text }
  const type = file?.mime_type ?? 'application/octet-stream'
  return { text: cleanText(file?.caption ?? ''), attachment: { type, size: 0 } }
}

function wordsIn({ text, button, interactive, contacts }: WhatsAppMessage): string | undefined {
  const tapped = interactive?.button_reply ?? interactive?.list_reply
  if (tapped !== undefined) return saidBy(tapped)
  const phone = contacts
    ?.flatMap(({ phones = [] }) => phones)
    .find((one) => one.phone !== undefined)
  return text?.body ?? button?.text ?? phone?.phone
}
