import * as z from 'zod'
import { asFrontdeskError } from '../../errors.ts'
import { type Finding, fine, warning, wrong } from '../../model/index.ts'
import { botApi, type CallApi } from './api.ts'

/** What looking over a bot is given. */
export interface BotToExamine {
  readonly name: string
  readonly token: string
  readonly updates: 'polling' | 'webhook'
  readonly api: string
}

const patience = 10_000

/** Seconds for which a trouble of Telegram's is news. */
const recent = 3_600

const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
})

/**
 * Looks over a bot: whether its token is right, whom Telegram calls, what waits there. Never rejects.
 *
 * @param address where the world reaches the desk; null for nowhere
 * @param now milliseconds since 1970
 */
export async function examineBot(
  bot: BotToExamine,
  address: string | null,
  now: number,
): Promise<readonly Finding[]> {
  const about = `channels/${bot.name}`
  const call = botApi(bot.token, bot.api)
  try {
    const me = z.object({ username: z.string() }).parse(await ask(call, 'getMe'))
    const info = webhookInfo.parse(await ask(call, 'getWebhookInfo'))
    const hears = heard(bot, about, { called: info.url, address })
    return [
      fine(about, `The token is that of @${me.username}.`),
      hears,
      ...waiting(about, info, now),
    ]
  } catch (thrown) {
    const { message, hint } = asFrontdeskError(thrown)
    return [wrong(about, message, hint)]
  }
}

function ask(call: CallApi, method: string): Promise<unknown> {
  return call(method, null, AbortSignal.timeout(patience))
}

interface Whom {
  /** Empty for nobody. */
  readonly called: string
  readonly address: string | null
}

function heard({ name, updates }: BotToExamine, about: string, { called, address }: Whom): Finding {
  if (updates === 'polling')
    return called === ''
      ? fine(about, 'The desk asks Telegram what was said.')
      : wrong(
          about,
          `Telegram calls ${called}, so that nobody may ask what was said.`,
          'Another program told it so: stop that one. The desk takes the bot back when it is served.',
        )
  if (called === '')
    return fine(about, 'Telegram calls nobody: the desk asks for itself until it has an address.')
  if (called === `${address ?? ''}/channels/${name}`)
    return fine(about, `Telegram calls ${called}.`)
  return wrong(
    about,
    `Telegram calls ${called}, which is not where the desk is.`,
    'Serve the desk: it tells Telegram within an hour, and at once when it starts.',
  )
}

function waiting(
  about: string,
  info: z.infer<typeof webhookInfo>,
  now: number,
): readonly Finding[] {
  const { pending_update_count: count, last_error_message: trouble, last_error_date: at = 0 } = info
  const found: Finding[] = []
  if (count > 0) {
    const says = `${count} ${count === 1 ? 'message waits' : 'messages wait'} at Telegram, for a day at the most.`
    found.push(warning(about, says, 'Serve the desk, if it is not; otherwise look at its log.'))
  }
  if (trouble !== undefined && now / 1_000 - at < recent)
    found.push(
      warning(
        about,
        `Telegram could not reach the desk of late: ${trouble}.`,
        'See to its address.',
      ),
    )
  return found
}
