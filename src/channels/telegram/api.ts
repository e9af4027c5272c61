import { FrontdeskError } from '../../errors.ts'

/** Calls a method of the Bot API; `null` stands for the parameters of one that has none. Rejects with a `Refusal`, or `channel/unreachable` where there was no answer. */
export type CallApi = (
  method: string,
  params: object | null,
  signal: AbortSignal,
) => Promise<unknown>

/** What Telegram says when it does not do what it was asked to. */
export class Refusal extends FrontdeskError {
  /** As in HTTP: 400 a mistake, 401 a wrong token, 403 blocked, 409 another poller, 429 too many. */
  readonly status: number

  constructor(method: string, status: number, description: string, retryAfter: number | null) {
    const message = `Telegram refused ${method}: ${status} ${description}`
    const hint = hints[status]
    super('channel/refused', message, {
      ...(hint === undefined ? {} : { hint }),
      ...(retryAfter === null ? {} : { retryAfter }),
    })
    this.status = status
  }
}

const wrongToken = 'The token is not one of a bot: ask @BotFather for it, and write it into .env.'

/** What to do, where Telegram's own words do not say it. */
const hints: Readonly<Record<number, string>> = {
  401: wrongToken,
  404: wrongToken,
  409: 'Another program asks for the messages of this bot: stop it, or make a bot of your own.',
}

/** The slice of grammY in use. */
interface Grammy {
  readonly Api: new (token: string, options: { readonly apiRoot: string }) => { readonly raw: Raw }
  readonly GrammyError: abstract new (...given: never[]) => GrammyError
}

type Raw = Readonly<Record<string, (...given: readonly object[]) => Promise<unknown>>>

interface GrammyError {
  readonly error_code: number
  readonly description: string
  readonly parameters: { readonly retry_after?: number }
}

/**
 * The Bot API through grammY, loaded with the first call.
 *
 * @param root `https://api.telegram.org`, or the address of a Bot API server of one's own
 */
export function botApi(token: string, root: string): CallApi {
  let loaded: Promise<{ readonly grammy: Grammy; readonly raw: Raw }> | undefined
  return async (method, params, signal) => {
    loaded ??= load(token, root)
    const { grammy, raw } = await loaded
    try {
      return await (params === null ? raw[method]?.(signal) : raw[method]?.(params, signal))
    } catch (thrown) {
      if (!(thrown instanceof grammy.GrammyError)) throw unreachable(method, root)
      const { error_code, description, parameters } = thrown
      throw new Refusal(method, error_code, description, parameters.retry_after ?? null)
    }
  }
}

async function load(token: string, apiRoot: string) {
  const grammy = (await import('grammy')) as unknown as Grammy
  return { grammy, raw: new grammy.Api(token, { apiRoot }).raw }
}

/** Says nothing of what the HTTP library says: the address it tried has the token in it. */
function unreachable(method: string, root: string): FrontdeskError {
  return new FrontdeskError('channel/unreachable', `${method}: ${root} does not answer.`)
}
