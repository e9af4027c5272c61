import type { ChannelSettings } from '../../model/index.ts'
import type { Spot } from '../files/spot.ts'
import type { ChannelInput } from '../schemas/desk-schema.ts'
import type { DeskAddress } from './desk-address.ts'

const telegramsOwn = 'https://api.telegram.org'

/** Reads how a Telegram bot is set up; null where it has no token. */
export function toTelegram(
  name: string,
  { token, updates = 'polling', api = telegramsOwn }: ChannelInput,
  spot: Spot,
  address: DeskAddress,
): ChannelSettings | null {
  if (token === undefined) {
    spot.report('missing', 'A Telegram bot needs its `token`.', {
      part: 'key',
      hint: 'Ask @BotFather for one, write `token: ${TELEGRAM_TOKEN}` here and the value into .env.',
    })
    return null
  }
  // The message does not quote it.
  if (!/^\d+:[\w-]+$/.test(token))
    spot.to('token').report('not-allowed', 'This is no token of a Telegram bot.', {
      hint: 'It looks like 123456789:AbCd…, as @BotFather sent it.',
    })
  if (updates === 'webhook') checkAddress(api, spot, address)
  return { name, kind: 'telegram', token, updates, api: api.replace(/\/$/, '') }
}

/** Telegram itself calls addresses with https only; a Bot API server of one's own calls any. */
function checkAddress(api: string, spot: Spot, { publicUrl, isExposed }: DeskAddress): void {
  const isSafe = publicUrl === null || publicUrl.startsWith('https:') || api !== telegramsOwn
  if (isSafe && (publicUrl !== null || isExposed)) return
  spot.to('updates').report('missing', 'A webhook needs `publicUrl`, an address with https.', {
    hint: 'Add it to desk.yaml, or `exposure`; or leave `updates` out: polling needs no address.',
  })
}
