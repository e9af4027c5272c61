import type { ChannelSettings } from '../../model/index.ts'
import type { Spot } from '../files/spot.ts'
import type { ChannelInput } from '../schemas/desk-schema.ts'

/**
 * Reads how a Telegram bot is set up; null where it has no token.
 *
 * @param publicUrl the address the world reaches the desk at, if there is one
 */
export function toTelegram(
  name: string,
  { token, updates, api = 'https://api.telegram.org' }: ChannelInput,
  spot: Spot,
  publicUrl: string | null,
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
  const webhook = updates === 'webhook' ? webhookAt(name, spot, publicUrl) : null
  return { name, kind: 'telegram', token, webhook, api: api.replace(/\/$/, '') }
}

function webhookAt(name: string, spot: Spot, publicUrl: string | null): string | null {
  if (publicUrl?.startsWith('https:') === true)
    return `${publicUrl.replace(/\/$/, '')}/channels/${name}`
  spot.to('updates').report('missing', 'A webhook needs `publicUrl`, an address with https.', {
    hint: 'Add it to desk.yaml, or leave `updates` out: polling needs no address.',
  })
  return null
}
