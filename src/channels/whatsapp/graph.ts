import { FrontdeskError } from '../../errors.ts'

/** Calls the Graph API: it is told a body, or asked where there is none. Rejects with a `Refusal`, or `channel/unreachable` where there was no answer. */
export type CallGraph = (path: string, body: object | null, signal: AbortSignal) => Promise<unknown>

/** What Meta says when it does not do what it was asked to. */
export class Refusal extends FrontdeskError {
  /** As in HTTP. */
  readonly status: number
  /** Meta's own: see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
  readonly number: number

  constructor(status: number, error: GraphError, seconds: number | null) {
    const { code = 0, message = 'no reason given', error_data } = error
    const details = error_data?.details ?? ''
    const words = details === '' || message.includes(details) ? message : `${message}: ${details}`
    super('channel/refused', `WhatsApp refused a call: ${status} ${code} ${words}`, {
      ...(isAboutAccess(status, code) ? { hint: wrongToken } : {}),
      ...(seconds === null ? {} : { retryAfter: seconds }),
    })
    this.status = status
    this.number = code
  }

  /** Whether the token or what it may do is at fault: that can be put right while a message waits. */
  get isAboutAccess(): boolean {
    return isAboutAccess(this.status, this.number)
  }

  /** Whether it is too much at once for the app, the account or the number. */
  get isTooMany(): boolean {
    return this.status === 429 || [4, 80007, 130429, 131048, 133016].includes(this.number)
  }

  /** Whether it is Meta's own trouble. */
  get isPassing(): boolean {
    return this.status >= 500 || [1, 2, 131000, 131016, 131057].includes(this.number)
  }
}

const wrongToken =
  'The access token does not fit or has run out: make a system user’s token at Meta, with whatsapp_business_messaging (and whatsapp_business_management, if the desk is to tell Meta its address), and write it into .env.'

/** 0, 3, 10, 190 and the two hundreds are about tokens and permissions. */
function isAboutAccess(status: number, code: number): boolean {
  return status === 401 || [0, 3, 10, 190].includes(code) || (code >= 200 && code < 300)
}

interface GraphError {
  readonly code?: number
  readonly message?: string
  readonly error_data?: { readonly details?: string }
}

/**
 * The Graph API by `fetch`.
 *
 * @param root such as `https://graph.facebook.com/v23.0`
 */
export function graphApi(token: string, root: string): CallGraph {
  return async (path, body, signal) => {
    const response = await fetch(`${root}/${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === null ? null : JSON.stringify(body),
      signal,
    }).catch(() => {
      throw new FrontdeskError('channel/unreachable', `${root} does not answer.`)
    })
    const answer = (await response.json().catch(() => ({}))) as { error?: GraphError }
    if (response.ok) return answer
    throw new Refusal(response.status, answer.error ?? {}, retryAfter(response))
  }
}

/** Seconds, where the answer tells them. */
function retryAfter({ headers }: Response): number | null {
  const given = Number(headers.get('retry-after') ?? NaN)
  return Number.isFinite(given) && given >= 0 ? given : null
}
