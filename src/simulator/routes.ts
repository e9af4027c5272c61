import { extname } from 'node:path'
import * as z from 'zod'
import { FrontdeskError } from '../errors.ts'
import { json } from '../util/index.ts'
import type { Screens, ShownPhone } from './screens.ts'
import type { Tour } from './tours.ts'

/** What the page of phones opens on. */
export interface PhonesPage {
  readonly name: string
  /** `#rrggbb`. */
  readonly color: string
  readonly logo: string | null
  readonly tours: readonly Tour[]
  /** What the desk's own addresses begin with. */
  readonly base: string
  /** Where a phone in the same network finds the page; null while only this computer does. */
  readonly address: string | null
}

/** Where everything of the simulator is. */
export const simulatorPath = '/simulator'

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)
const someText = z.string().min(1).max(4_096)

const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin') }),
  z.strictObject({ kind: z.literal('say'), text: someText }),
  z.strictObject({ kind: z.literal('tap'), bubble: someText, button: someText }),
  z.strictObject({ kind: z.literal('press'), label: someText }),
  z.strictObject({ kind: z.literal('place'), latitude, longitude }),
  z.strictObject({ kind: z.literal('photo'), caption: z.string().max(1_024) }),
])

const clockSchema = z.strictObject({
  hours: z
    .number()
    .positive()
    .max(24 * 30),
})

const hour = 3_600_000

/** What the calls are about. */
export interface Simulated {
  readonly screens: Screens
  /** What the page opens on, at this moment. */
  readonly page: () => PhonesPage
  /** Puts the clock of the desk and of every phone forward by so many milliseconds. */
  readonly advance: (milliseconds: number) => void
}

/**
 * Answers what the page of phones asks: see docs/reference/simulator.md. Rejects with `server/not-found`,
 * `channel/wrong-type`, `channel/bad-body` or `simulator/not-there`.
 */
export async function simulatorCall(request: Request, simulated: Simulated): Promise<Response> {
  const { screens, page } = simulated
  const path = new URL(request.url).pathname.slice(simulatorPath.length)
  if (path === '/desk' && request.method === 'GET') return json(page())
  if (path === '/events' && request.method === 'GET') return eventsOf(screens)
  if (path.startsWith('/files/') && request.method === 'GET') return fileAt(path, screens)
  if (request.method !== 'POST')
    throw new FrontdeskError('server/not-found', `The simulator has nothing at ${path}.`)
  return post(path, request, simulated)
}

/** Pictures a browser may show; anything else is a download. */
const pictures: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
}

/** @param path `/files/<phone>/<name>` */
function fileAt(path: string, screens: Screens): Response {
  const [phone = '', name = ''] = path.split('/').slice(2)
  const file = screens.file(phone, name)
  if (file === null)
    throw new FrontdeskError('simulator/not-there', `There is no file "${name.slice(0, 100)}".`)
  const type = pictures[extname(file.name).toLowerCase()] ?? 'application/octet-stream'
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': type } })
}

async function post(
  path: string,
  request: Request,
  { screens, advance }: Simulated,
): Promise<Response> {
  // A page of another origin cannot send this type without being asked about first, and is never allowed to.
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    throw new FrontdeskError('channel/wrong-type', 'The simulator takes JSON.')
  const phone = /^\/phones\/([^/]+)$/.exec(path)?.[1]
  if (phone !== undefined) await screens.act(phone, await read(actSchema, request))
  else if (path === '/reset') screens.reset()
  else if (path === '/clock') advance((await read(clockSchema, request)).hours * hour)
  else throw new FrontdeskError('server/not-found', `The simulator has nothing at ${path}.`)
  return json({ ok: true })
}

async function read<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
  const given: unknown = await request.json().catch(() => null)
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new FrontdeskError('channel/bad-body', 'That is nothing one does with a phone.')
}

/** Screens that may wait for a page that does not read. */
const mostUnread = 20

/** What is on the screens, again whenever it changes, as server-sent events. */
function eventsOf(screens: Screens): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const show = (phones: readonly ShownPhone[]) => {
        controller.enqueue(encoder.encode(`event: phones\ndata: ${JSON.stringify(phones)}\n\n`))
        if ((controller.desiredSize ?? 0) > -mostUnread) return
        // Nobody reads: the page comes back, and gets what is there then.
        leave()
        controller.close()
      }
      leave = screens.watch({ show, end: () => controller.close() })
    },
    cancel: () => leave(),
  })
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
  return new Response(stream, { headers })
}
