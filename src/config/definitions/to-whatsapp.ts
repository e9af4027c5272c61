import type { ChannelSettings } from '../../model/index.ts'
import type { Spot } from '../files/spot.ts'
import type { ChannelInput } from '../schemas/desk-schema.ts'

/** What a number cannot do without, and where it is found. */
const needed = {
  number: 'Write the phone number ID that Meta shows under API Setup: it is not the number itself.',
  token:
    'Make an access token at Meta, write `token: ${WHATSAPP_TOKEN}` here and the value into .env.',
  appSecret:
    'It stands in the Meta app under App settings, Basic: write `appSecret: ${WHATSAPP_APP_SECRET}` here and the value into .env.',
  verifyToken:
    'Think of a word, write `verifyToken: ${WHATSAPP_VERIFY_TOKEN}` here, the word into .env and into the form at Meta.',
} as const

/** Reads how a number on WhatsApp is set up; null where it lacks what it cannot do without. */
export function toWhatsApp(name: string, input: ChannelInput, spot: Spot): ChannelSettings | null {
  const { number, token, appSecret, verifyToken, template, api = usualApi } = input
  for (const [key, hint] of Object.entries(needed))
    if (input[key as keyof typeof needed] === undefined)
      spot.report('missing', `A number on WhatsApp needs its \`${key}\`.`, { part: 'key', hint })
  if (number === undefined || token === undefined) return null
  if (appSecret === undefined || verifyToken === undefined) return null
  if (!/^\d{5,20}$/.test(String(number)))
    spot.to('number').report('not-allowed', 'This is no phone number ID.', { hint: needed.number })
  return {
    name,
    kind: 'whatsapp',
    number: String(number),
    token,
    appSecret,
    verifyToken,
    template: template ?? null,
    api: api.replace(/\/$/, ''),
  }
}

const usualApi = 'https://graph.facebook.com/v23.0'
