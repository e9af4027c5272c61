import { FrontdeskError } from '../errors.ts'

/** Seconds a browser remembers that a site may call: the most that browsers agree on. */
const remembered = '7200'

/**
 * The origin of the other site whose page makes this call; null when no page does, or the desk's own. Throws
 * `channel/foreign-site` when the site is not among those that may.
 *
 * @param origins those that may: `https://www.example.edu`, or `https://*.example.edu` for whatever is below a host
 */
export function callingSite(request: Request, origins: readonly string[]): string | null {
  const origin = request.headers.get('origin')
  if (origin === null || isOwn(origin, request)) return null
  return allowedSite(origin, origins)
}

/** The origin, when it is among those allowed. Throws `channel/foreign-site`. */
export function allowedSite(origin: string, origins: readonly string[]): string {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin
  if (isOrigin && origins.some((allowed) => isWithin(origin, allowed))) return origin
  throw new FrontdeskError(
    'channel/foreign-site',
    `The desk does not know the site ${origin.slice(0, 200)}.`,
  )
}

/** Browsers say so themselves where the desk is served by https; else its address is compared. */
function isOwn(origin: string, request: Request): boolean {
  const said = request.headers.get('sec-fetch-site')
  if (said !== null) return said === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host
}

/** As in a content security policy: the wildcard stands for one label or more, never for none. */
function isWithin(origin: string, allowed: string): boolean {
  const [scheme, below] = allowed.split('*', 2)
  if (below === undefined) return origin === allowed
  return origin.startsWith(scheme ?? '') && origin.slice(scheme?.length).endsWith(below)
}

/** What a browser is told that asks whether a page of the site may call. */
export function preflight(site: string | null): Response {
  const response = new Response(null, { status: 204 })
  if (site === null) return response
  response.headers.set('access-control-allow-methods', 'GET, POST')
  response.headers.set('access-control-allow-headers', 'content-type')
  response.headers.set('access-control-max-age', remembered)
  return openTo(site, response)
}

/** A response that pages of the site may read. */
export function openTo(site: string, response: Response): Response {
  const { headers } = response
  headers.set('access-control-allow-origin', site)
  headers.set('access-control-expose-headers', 'retry-after')
  headers.append('vary', 'origin')
  return response
}
