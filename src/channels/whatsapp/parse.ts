import { createHmac } from 'node:crypto'
import type { Delivery, Report } from '../../model/index.ts'
import { reportedStates } from '../../model/index.ts'
import { contentOf } from './content.ts'
import { inOneLine, type Told, type WhatsAppMessage, type WhatsAppStatus } from './calls.ts'

/** Whom an answer goes to, and what it answers. */
export interface Address {
  /** A telephone number in digits; or where there is none the user as this business knows them. */
  readonly user: { readonly to: string } | { readonly recipient: string }
  /** The message that is answered. */
  readonly message: string
  /** How outgoing messages name their recipient, also when the number comes to be hidden. */
  readonly known: string
}

/** What parsing needs to know. */
export interface Parsing {
  /** The channel's name in `desk.yaml`. */
  readonly name: string
  /** The number the desk has, by its id. */
  readonly number: string
  /** Makes conversations that tell nobody who is in them. */
  readonly secret: Uint8Array
  readonly clock: () => number
}

/** What a message asks of the desk; null for what needs no answer. */
export function parseMessage(
  message: WhatsAppMessage,
  told: Told,
  parsing: Parsing,
): Delivery | null {
  const content = contentOf(message)
  const who = senderOf(message, told)
  // A group reads along, and is none of the desk's business.
  if (content === null || who === null || message.group_id !== undefined) return null
  const { name, clock } = parsing
  const { user, known } = who
  return {
    message: {
      id: `${name}/${message.id}`,
      conversation: conversationOf(known, parsing),
      channel: name,
      at: new Date(clock()).toISOString(),
      ...content,
    },
    to: { user, message: message.id, known } satisfies Address,
    heard: { recipient: known, at: Number(message.timestamp) * 1_000 },
  }
}

/** What is told of a message that was sent; null for what is no stage of its way. */
export function parseStatus(status: WhatsAppStatus, { name }: Parsing): Report | null {
  const state = reportedStates.find((each) => each === status.status)
  if (state === undefined) return null
  const { errors = [] } = status
  const reason = errors.length === 0 ? undefined : errors.map(inOneLine).join('; ')
  return {
    channel: name,
    id: status.id,
    state,
    at: Number(status.timestamp) * 1_000,
    ...(reason === undefined ? {} : { reason }),
    ...(errors.some(({ code }) => noFile.includes(code ?? 0)) ? { isUnshown: true } : {}),
  }
}

/** A file that could not be fetched, or is of a kind that is not shown. */
const noFile = [131052, 131053]

interface Sender {
  readonly user: Address['user']
  /** What stays the same though their number comes to be hidden. */
  readonly known: string
}

/**
 * Who wrote. A user's id within this business stays when they hide their number behind a user name; the number is what
 * one writes to as long as it is told.
 */
function senderOf({ from, from_user_id }: WhatsAppMessage, told: Told): Sender | null {
  const { contacts = [] } = told
  const contact = contacts.length === 1 ? contacts[0] : contacts.find(({ wa_id }) => wa_id === from)
  const known = from_user_id ?? contact?.user_id ?? from
  if (known === undefined) return null
  return { user: from === undefined ? { recipient: known } : { to: from }, known }
}

/** One conversation for each person who writes to the number. */
function conversationOf(known: string, { name, number, secret }: Parsing): string {
  const proof = createHmac('sha256', secret).update(`whatsapp\n${number}\n${known}`)
  return `${name}/${proof.digest('base64url').slice(0, 22)}`
}
