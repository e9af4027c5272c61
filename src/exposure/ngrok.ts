import { FrontdeskError } from '../errors.ts'
import type { Exposure } from '../model/index.ts'

/** The account, and the domain where it has several. */
export interface NgrokSettings {
  readonly token: string
  readonly domain: string | null
}

/** The slice of `@ngrok/ngrok` in use. */
interface Ngrok {
  forward(settings: {
    readonly addr: string
    readonly authtoken: string
    readonly domain?: string
    readonly onStatusChange: (status: string) => void
  }): Promise<Listener>
}

interface Listener {
  url(): string | null
  close(): Promise<void>
}

/**
 * A tunnel of ngrok, in this process. Of the requests an account has in a month, one look from outside each ten minutes
 * takes a fifth of the free ones; what breaks in between the library tells by itself.
 *
 * @param load the library, where it is not the installed one
 */
export function ngrok(
  { token, domain }: NgrokSettings,
  load: () => Promise<unknown> = () => import('@ngrok/ngrok'),
): Exposure {
  return {
    every: 600_000,
    async open({ host, port }, signal) {
      const library = await loaded(load)
      signal.throwIfAborted()
      let lose: (reason: string) => void = () => {}
      const lost = new Promise<string>((resolve) => (lose = resolve))
      const listener = await library
        .forward({
          addr: `${host}:${port}`,
          authtoken: token,
          ...(domain === null ? {} : { domain }),
          onStatusChange: (status) => {
            if (status === 'closed') lose('ngrok lost its connection.')
          },
        })
        .catch((thrown: unknown) => {
          throw explain(thrown)
        })
      const close = () => closed(listener)
      const url = listener.url()
      if (url === null || signal.aborted) {
        await close()
        throw new FrontdeskError('exposure/unreachable', 'ngrok gave no address.')
      }
      return { url: url.replace(/\/$/, ''), lost, close }
    },
  }
}

async function loaded(load: () => Promise<unknown>): Promise<Ngrok> {
  try {
    const library = (await load()) as { readonly default?: Ngrok } & Ngrok
    return library.default ?? library
  } catch (cause) {
    throw new FrontdeskError('exposure/not-installed', 'ngrok needs the package @ngrok/ngrok.', {
      hint: 'Run `npm install @ngrok/ngrok`.',
      cause,
    })
  }
}

/** Its codes of 100 to 199 are about the account: see https://ngrok.com/docs/errors. What it says besides may name the token. */
function explain(thrown: unknown): FrontdeskError {
  const code = /ERR_NGROK_(\d+)/.exec(thrown instanceof Error ? thrown.message : String(thrown))
  const told = code === null ? '' : ` (${code[0]})`
  const number = Number(code?.[1])
  if (number >= 100 && number < 200)
    return new FrontdeskError('exposure/refused', `ngrok refused the token${told}.`, {
      hint: 'Copy it again from dashboard.ngrok.com, and write it into .env.',
    })
  return new FrontdeskError('exposure/unreachable', `ngrok gave no tunnel${told}.`)
}

/** Closing is a call to ngrok: when that cannot be reached, nobody waits for it. */
async function closed(listener: Listener): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise((resolve) => (timer = setTimeout(resolve, 2_000)))
  await Promise.race([listener.close().catch(() => {}), enough])
  clearTimeout(timer)
}
