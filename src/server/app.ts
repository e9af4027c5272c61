import { Hono } from 'hono'
import type { Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { FrontdeskError } from '../errors.ts'
import type { Front } from '../front.ts'
import type { Channel, ChannelRoute, Messenger, Observe } from '../model/index.ts'
import { json } from '../util/index.ts'
import { withSmallBody } from './body-limit.ts'
import { callerOf } from './caller.ts'
import type { CallEnvironment } from './caller.ts'
import { failure } from './failure.ts'
import type { Courtesy } from './failure.ts'
import type { Files } from './files.ts'
import type { Metrics } from './metrics.ts'

/** A channel with its companions. */
export interface MountedChannel {
  readonly channel: Channel | Messenger
  readonly routes: readonly ChannelRoute[]
}

/** Whether the desk can answer, and which of its sources do. */
export interface Readiness {
  readonly ok: boolean
  readonly sources: Readonly<Record<string, string>>
}

/** What the HTTP side of a desk is made of. */
export interface AppParts {
  readonly front: Front
  /** The channel of this name, as the desk is declared at this moment. */
  readonly channel: (name: string) => MountedChannel | undefined
  readonly courtesy: Courtesy
  readonly ready: () => Promise<Readiness>
  readonly metrics: Metrics
  readonly observe: Observe
  readonly media: Files
  readonly page: Files
}

type Env = { Bindings: CallEnvironment }
type Handle = (c: Context<Env>) => Promise<Response> | Response

/** What answers calls, told by the server where each came from. */
export interface App {
  /** Its addresses, as patterns: `/channels/:name`. */
  readonly addresses: readonly string[]
  readonly fetch: (request: Request, from?: CallEnvironment) => Promise<Response> | Response
}

/** Everything a desk answers over HTTP: see docs/reference/http.md. */
export function createApp(parts: AppParts): App {
  const pages = pagesOf(parts)
  return {
    addresses: [channelAddress, ...pages.routes.map(({ path }) => path)],
    // The calls of channels come before everything else: what a platform waits for passes no router.
    fetch(request, from) {
      const name = channelCalled(request)
      if (name === null) return pages.fetch(request, from)
      const call = () => channelCall(name, request, from, parts)
      return observed(channelAddress, request, parts, call)
    },
  }
}

const channelAddress = '/channels/:name'

/** All that is looked at, and not called by a platform. */
function pagesOf(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  const route = (path: string, handle: Handle) => {
    app.get(path, observing(path, parts, handle))
    app.all(path, observing(path, parts, refuseMethod))
  }
  app.use(pageHeaders)
  route('/channels/:name/*', channelRoute(parts))
  route('/healthz', () => json({ ok: true }))
  route('/readyz', async () => readiness(await parts.ready()))
  route('/metrics', () => metricsText(parts.metrics))
  route('/media/*', (c) => parts.media(pathAfter(c, '/media/'), c.req.raw))
  route('/', (c) => parts.page('index.html', c.req.raw))
  app.get(
    '*',
    observing('*', parts, (c) => parts.page(pathAfter(c, '/'), c.req.raw)),
  )
  app.all('*', observing('*', parts, refusePath))
  return app
}

/** Nothing but the desk's own scripts, styles and images; no frames, no forms, no base. */
const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
})

/** Runs a handler, turns what it throws into its response, and observes the request under its route's path. */
function observing(path: string, parts: AppParts, handle: Handle): Handle {
  return (c) => observed(path, c.req.raw, parts, () => handle(c))
}

async function observed(
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

/** The name in `/channels/<name>`; null for any other path, and for one that cannot be decoded. */
function channelCalled({ url }: Request): string | null {
  const name = /^[^:]*:\/\/[^/]*\/channels\/([^/?#]+)(?:[?#]|$)/.exec(url)?.[1]
  if (name === undefined) return null
  return name.includes('%') ? decoded(name) : name
}

function channelCall(
  name: string,
  request: Request,
  from: CallEnvironment | undefined,
  parts: AppParts,
): Promise<Response> {
  if (!['POST', 'GET', 'HEAD'].includes(request.method)) throw wrongMethod(request)
  const { channel } = mounted(parts, name)
  const small = withSmallBody(request)
  const answer = (whole: Request) => parts.front(channel, whole, callerOf(whole, from))
  return small instanceof Promise ? small.then(answer) : answer(small)
}

function channelRoute(parts: AppParts): Handle {
  return (c) => {
    const { routes } = mounted(parts, c.req.param('name') ?? '')
    const path = c.req.path.split('/').slice(3).join('/')
    const found = routes.find((route) => isAt(route.path, path))
    if (found === undefined) return refusePath(c)
    return found.get(c.req.raw, callerOf(c.req.raw, c.env))
  }
}

function isAt(routePath: string, path: string): boolean {
  return routePath.endsWith('/*') ? path.startsWith(routePath.slice(0, -1)) : path === routePath
}

function mounted(parts: AppParts, name: string): MountedChannel {
  const channel = parts.channel(name)
  if (channel !== undefined) return channel
  throw new FrontdeskError('channel/unknown', `There is no channel "${name.slice(0, 100)}".`)
}

function readiness(ready: Readiness): Response {
  return json(ready, ready.ok ? 200 : 503)
}

function metricsText(metrics: Metrics): Response {
  return new Response(metrics.text(), { headers: { 'content-type': metrics.contentType } })
}

/** The rest of the path, decoded; what cannot be decoded is nowhere. */
function pathAfter(c: Context<Env>, start: string): string {
  return decoded(c.req.path.slice(start.length)) ?? refusePath(c)
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function refusePath(c: Context<Env>): never {
  throw new FrontdeskError('server/not-found', `Nothing answers at ${c.req.path.slice(0, 200)}.`)
}

function refuseMethod(c: Context<Env>): never {
  throw wrongMethod(c.req.raw)
}

function wrongMethod({ url, method }: Request): FrontdeskError {
  return new FrontdeskError('server/method', `${new URL(url).pathname} does not take ${method}.`)
}
