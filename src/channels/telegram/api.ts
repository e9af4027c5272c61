import { FrontdeskError } from '../../errors.ts'

/** Calls a method of the Bot API; `null` stands for the parameters of one that has none. Rejects with a `Refusal`, or `channel/unreachable` where there was no answer. */
export type CallApi = (
  method: string,
  params: object | null,
  signal: AbortSignal,
) => Promise<unknown>

/** What is in a file, in the place of its address among the parameters. */
export class Upload {
  readonly bytes: Uint8Array
  readonly name: string

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes
    this.name = name
  }
}

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
  readonly InputFile: new (bytes: Uint8Array, name: string) => object
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
      if (params === null) return await raw[method]?.(signal)
      return await raw[method]?.(withFiles(params, grammy) as object, signal)
    } catch (thrown) {
      if (!(thrown instanceof grammy.GrammyError)) throw unreachable(method, root)
      const { error_code, description, parameters } = thrown
      throw new Refusal(method, error_code, description, parameters.retry_after ?? null)
    }
  }
}

function withFiles(value: unknown, grammy: Grammy): unknown {
  if (value instanceof Upload) return new grammy.InputFile(value.bytes, value.name)
  if (Array.isArray(value)) return value.map((one) => withFiles(one, grammy))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
  return Object.fromEntries(members.map(([name, one]) => [name, withFiles(one, grammy)]))
}

async function load(token: string, apiRoot: string) {
  const grammy = (await import('grammy')) as unknown as Grammy
  return { grammy, raw: new grammy.Api(token, { apiRoot }).raw }
}

/** Says nothing of what the HTTP library says: the address it tried has the token in it. */
function unreachable(method: string, root: string): FrontdeskError {
  return new FrontdeskError('channel/unreachable', `${method}: ${root} does not answer.`)
}
