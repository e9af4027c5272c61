import { FrontdeskError } from '../errors.ts'
import type { AppParts, MountedChannel } from './app.ts'
import { withSmallBody } from './body-limit.ts'
import { callerOf } from './caller.ts'
import type { CallEnvironment } from './caller.ts'
import { failure } from './failure.ts'

/** Where the calls of channels arrive, as a pattern. */
export const channelAddress = '/channels/:name'

/**
 * The name in a call of `/channels/<name>` that needs no router: not of a browser's page, which may be of another site,
 * and not in a method that channels do not take. Null for any other.
 */
export function plainlyCalled({ url, method, headers }: Request): string | null {
  if (method !== 'POST' && method !== 'GET') return null
  const name = /^[^:]*:\/\/[^/]*\/channels\/([^/?#%]+)(?:[?#]|$)/.exec(url)?.[1]
  return name === undefined || headers.has('origin') ? null : name
}

/** The response of a channel to a call. Throws a `FrontdeskError`, or rejects with one. */
export function channelCall(
  name: string,
  request: Request,
  from: CallEnvironment | undefined,
  parts: AppParts,
): Promise<Response> {
  const { channel } = mounted(parts, name)
  const small = withSmallBody(request, 'send' in channel ? channel.largestCall : undefined)
  const answer = (whole: Request) => parts.front(channel, whole, callerOf(whole, from))
  return small instanceof Promise ? small.then(answer) : answer(small)
}

/** The channel of this name. Throws `channel/unknown`. */
export function mounted(parts: AppParts, name: string): MountedChannel {
  const channel = parts.channel(name)
  if (channel !== undefined) return channel
  throw new FrontdeskError('channel/unknown', `There is no channel "${name.slice(0, 100)}".`)
}

/** Answers, turns what is thrown into its response, and observes the request under its route's path. */
export async function observed(
  path: string,
  request: Request,
  parts: AppParts,
  answer: () => Promise<Response> | Response,
): Promise<Response> {
  const start = performance.now()
  let response: Response
  try {
    response = await answer()
  } catch (thrown) {
    response = await failure(thrown, request, parts)
  }
  const milliseconds = performance.now() - start
  const { method } = request
  parts.observe({ kind: 'request', method, path, status: response.status, milliseconds })
  return response
}
