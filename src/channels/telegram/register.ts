import * as z from 'zod'
import { FrontdeskError } from '../../errors.ts'
import type { Registrar } from '../../model/index.ts'
import type { CallApi } from './api.ts'
import { wantedUpdates } from './updates.ts'

/** The part of a WebhookInfo that is read: see https://core.telegram.org/bots/api#webhookinfo. */
const webhookInfo = z.object({
  url: z.string(),
  /** Seconds since 1970. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
})

/**
 * Tells Telegram where the desk is. Updates come one at a time: side by side they could overtake each other. What waits
 * at Telegram meanwhile is kept there.
 *
 * @param secretToken what Telegram puts into each of its calls
 */
export function registrar(call: CallApi, secretToken: string): Registrar {
  return {
    async read(signal) {
      const parsed = webhookInfo.safeParse(await call('getWebhookInfo', null, signal))
      if (!parsed.success)
        throw new FrontdeskError('channel/refused', 'Telegram does not say whom it calls.')
      const { url, last_error_message: trouble, last_error_date: at } = parsed.data
      const when = at === undefined ? '' : ` (${new Date(at * 1_000).toISOString()})`
      return {
        url: url === '' ? null : url,
        trouble: trouble === undefined ? null : `${trouble}${when}`,
      }
    },
    async write(url, signal) {
      const params = { url, secret_token: secretToken, max_connections: 1 }
      await call('setWebhook', { ...params, allowed_updates: wantedUpdates }, signal)
    },
  }
}
