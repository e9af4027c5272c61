import type { ChannelSettings, Finding } from '../model/index.ts'
import { fine } from '../model/index.ts'
import { examineAgent } from './dialogflow-es/examine.ts'
import { examineBot } from './telegram/examine.ts'
import { examineNumber } from './whatsapp/examine.ts'

/**
 * Looks over a channel and its platform. Never rejects.
 *
 * @param address where the world reaches the desk; null for nowhere
 * @param now milliseconds since 1970
 */
export function examineChannel(
  settings: ChannelSettings,
  address: string | null,
  now: number,
): Promise<readonly Finding[]> {
  switch (settings.kind) {
    case 'web':
      return Promise.resolve([fine(`channels/${settings.name}`, 'The page needs nobody else.')])
    case 'dialogflow-es':
      return examineAgent(settings, address)
    case 'telegram':
      return examineBot(settings, address, now)
    case 'whatsapp':
      return examineNumber(settings)
    default:
      return settings satisfies never
  }
}
