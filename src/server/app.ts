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

/** Everything a desk answers over HTTP: see docs/reference/http.md. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  const route = (method: 'GET' | 'GET POST', path: string, handle: Handle) => {
    const observed = observing(path, parts, handle)
    for (const one of method.split(' ')) app.on(one, path, observed)
    app.all(path, observing(path, parts, refuseMethod))
  }
  // The calls of channels come before everything else: what a platform waits for passes no middleware.
  route('GET POST', '/channels/:name', channelCall(parts))
  app.use(pageHeaders)
  route('GET', '/channels/:name/*', channelRoute(parts))
  route('GET', '/healthz', () => json({ ok: true }))
  route('GET', '/readyz', async () => readiness(await parts.ready()))
  route('GET', '/metrics', () => metricsText(parts.metrics))
  route('GET', '/media/*', (c) => parts.media(pathAfter(c, '/media/'), c.req.raw))
  route('GET', '/', (c) => parts.page('index.html', c.req.raw))
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
  return async (c) => {
    const start = performance.now()
    let response: Response
    try {
      response = await handle(c)
    } catch (thrown) {
      response = await failure(thrown, c.req.raw, parts)
    }
    const milliseconds = performance.now() - start
    const { status } = response
    parts.observe({ kind: 'request', method: c.req.method, path, status, milliseconds })
    return response
  }
}

function channelCall(parts: AppParts): Handle {
  return async (c) => {
    const { channel } = mounted(parts, c)
    const small = withSmallBody(c.req.raw)
    const request = small instanceof Promise ? await small : small
    return parts.front(channel, request, callerOf(request, c.env))
  }
}

function channelRoute(parts: AppParts): Handle {
  return (c) => {
    const { routes } = mounted(parts, c)
    const path = c.req.path.split('/').slice(3).join('/')
    const found = routes.find((route) => isAt(route.path, path))
    if (found === undefined) return refusePath(c)
    return found.get(c.req.raw, callerOf(c.req.raw, c.env))
  }
}

function isAt(routePath: string, path: string): boolean {
  return routePath.endsWith('/*') ? path.startsWith(routePath.slice(0, -1)) : path === routePath
}

function mounted(parts: AppParts, c: Context<Env>): MountedChannel {
  const name = c.req.param('name') ?? ''
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
  try {
    return decodeURIComponent(c.req.path.slice(start.length))
  } catch {
    return refusePath(c)
  }
}

function refusePath(c: Context<Env>): never {
  throw new FrontdeskError('server/not-found', `Nothing answers at ${c.req.path.slice(0, 200)}.`)
}

function refuseMethod(c: Context<Env>): never {
  throw new FrontdeskError('server/method', `${c.req.path} does not take ${c.req.method}.`)
}
