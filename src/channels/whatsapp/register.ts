import * as z from 'zod'
import { FrontdeskError } from '../../errors.ts'
import type { Registrar } from '../../model/index.ts'
import type { CallGraph } from './graph.ts'

/**
 * Whom Meta calls for a number: the address of the number goes before that of its account, and that before the app's. See
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 */
const configured = z.object({
  webhook_configuration: z
    .object({
      phone_number: z.string().optional(),
      whatsapp_business_account: z.string().optional(),
      application: z.string().optional(),
    })
    .default({}),
})

/** What the registrar is given. */
export interface RegisterOptions {
  readonly call: CallGraph
  /** The id of the number. */
  readonly number: string
  readonly verifyToken: string
}

/** Tells Meta where the desk is, for this number alone. Meta asks there at once whether the desk knows the verify token. */
export function registrar({ call, number, verifyToken }: RegisterOptions): Registrar {
  return {
    async read(signal) {
      const answer = await call(`${number}?fields=webhook_configuration`, null, signal)
      const parsed = configured.safeParse(answer)
      if (!parsed.success)
        throw new FrontdeskError('channel/refused', 'WhatsApp does not say whom it calls.')
      const { phone_number, whatsapp_business_account, application } =
        parsed.data.webhook_configuration
      const url = phone_number ?? whatsapp_business_account ?? application ?? null
      return { url, trouble: null }
    },
    async write(url, signal) {
      const webhook_configuration = { override_callback_uri: url, verify_token: verifyToken }
      await call(number, { webhook_configuration }, signal)
    },
  }
}
