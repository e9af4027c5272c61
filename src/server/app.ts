import { Hono } from 'hono'
import type { Context } from 'hono'
import { FrontdeskError } from '../errors.ts'
import type { ChannelRoute } from '../model/index.ts'
import { json } from '../util/index.ts'
import { withSmallBody } from './body-limit.ts'
import { callerOf } from './caller.ts'
import { channelAddress, channelCall, mounted, observed, plainlyCalled } from './calls.ts'
import type { CallEnvironment } from './caller.ts'
import { failure } from './failure.ts'
import type { Metrics } from './metrics.ts'
import type { AppParts, Readiness } from './app-parts.ts'
import { framedHeaders, pageHeaders, scriptHeaders } from './page-headers.ts'
import { allowedSite, callingSite, openTo, preflight } from './sites.ts'

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
  const router = routerOf(parts)
  return {
    addresses: router.routes.map(({ path }) => path),
    fetch(request, from) {
      const name = plainlyCalled(request)
      if (name === null) return router.fetch(request, from)
      // What a platform waits for passes no router.
      return observed(channelAddress, request, parts, () => channelCall(name, request, from, parts))
    },
  }
}

function routerOf(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  const route = (
    method: 'GET' | 'GET POST',
    path: string,
    handle: Handle,
    refuse: Handle = refuseMethod,
  ) => {
    const answer = observing(path, parts, handle)
    for (const one of method.split(' ')) app.on(one, path, answer)
    app.all(path, observing(path, parts, refuse))
  }
  const mayAsk = asking(parts)
  const call: Handle = (c) => channelCall(nameIn(c), c.req.raw, c.env, parts)
  route('GET POST', channelAddress, acrossSites(parts, call), mayAsk)
  app.use(
    '/widget',
    framedHeaders(() => originsOfPage(parts)),
  )
  route('GET', '/widget', widgetPage(parts))
  app.use('/widget.js', scriptHeaders)
  route('GET', '/widget.js', (c) => parts.page('widget.js', c.req.raw))
  app.use(pageHeaders)
  route('GET', '/channels/:name/*', acrossSites(parts, channelRoute(parts)), mayAsk)
  route('GET', '/healthz', () => json({ ok: true }))
  route('GET', '/readyz', async () => readiness(await parts.ready()))
  route('GET', '/.well-known/frontdesk/:nonce', (c) => proof(parts, c))
  route('GET', '/metrics', () => metricsText(parts.metrics))
  route('GET', '/media/*', (c) => parts.media(pathAfter(c, '/media/'), c.req.raw))
  for (const { path, answer } of parts.more ?? [])
    app.all(
      path,
      observing(path, parts, async (c) => answer(await withSmallBody(c.req.raw))),
    )
  route('GET', '/', (c) => parts.page('index.html', c.req.raw))
  app.get(
    '*',
    observing('*', parts, (c) => parts.page(pathAfter(c, '/'), c.req.raw)),
  )
  app.all('*', observing('*', parts, refusePath))
  return app
}

/** Runs a handler as its route's path. */
function observing(path: string, parts: AppParts, handle: Handle): Handle {
  return (c) => observed(path, c.req.raw, parts, () => handle(c))
}

async function attempt(c: Context<Env>, parts: AppParts, handle: Handle): Promise<Response> {
  try {
    return await handle(c)
  } catch (thrown) {
    return failure(thrown, c.req.raw, parts)
  }
}

/** Lets pages of the sites a channel knows call it and read what it says; to those of others it says nothing. */
function acrossSites(parts: AppParts, handle: Handle): Handle {
  return async (c) => {
    const site = siteIn(parts, c)
    return site === null ? handle(c) : openTo(site, await attempt(c, parts, handle))
  }
}

/** What browsers ask before a page of another site calls a channel. */
function asking(parts: AppParts): Handle {
  return (c) => {
    const { origins } = mounted(parts, nameIn(c))
    if (c.req.method !== 'OPTIONS' || origins === undefined) return refuseMethod(c)
    return preflight(siteIn(parts, c))
  }
}

function siteIn(parts: AppParts, c: Context<Env>): string | null {
  if (c.req.header('origin') === undefined) return null
  const { origins, routes } = mounted(parts, nameIn(c))
  if (origins === undefined) return null
  const isForOwnPage = routeOf(routes, c)?.own === true
  return callingSite(c.req.raw, isForOwnPage ? [] : origins())
}

/** The page as it stands in a corner of another one. Its own headers forbid the rest: this tells why. */
function widgetPage(parts: AppParts): Handle {
  return (c) => {
    const site = c.req.query('site')
    if (site !== undefined && site !== new URL(c.req.url).origin)
      allowedSite(site, originsOfPage(parts))
    return parts.page('index.html', c.req.raw)
  }
}

function originsOfPage(parts: AppParts): readonly string[] {
  return parts.channel(parts.pageChannel())?.origins?.() ?? []
}

function channelRoute(parts: AppParts): Handle {
  return (c) => {
    const found = routeOf(mounted(parts, nameIn(c)).routes, c)
    if (found === undefined) return refusePath(c)
    return found.get(c.req.raw, callerOf(c.req.raw, c.env))
  }
}

function routeOf(routes: readonly ChannelRoute[], c: Context<Env>): ChannelRoute | undefined {
  const path = c.req.path.split('/').slice(3).join('/')
  return routes.find((route) => isAt(route.path, path))
}

function isAt(routePath: string, path: string): boolean {
  return routePath.endsWith('/*') ? path.startsWith(routePath.slice(0, -1)) : path === routePath
}

function nameIn(c: Context<Env>): string {
  return c.req.param('name') ?? ''
}

function readiness(ready: Readiness): Response {
  return json(ready, ready.ok ? 200 : 503)
}

function proof(parts: AppParts, c: Context<Env>): Response {
  const nonce = c.req.param('nonce') ?? ''
  if (parts.prove === undefined || !/^[\w-]{16,64}$/.test(nonce)) return refusePath(c)
  return new Response(parts.prove(nonce), { headers: { 'cache-control': 'no-store' } })
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
