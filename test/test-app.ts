import { Desk } from '../src/desk.ts'
import { FrontdeskError } from '../src/errors.ts'
import { front } from '../src/front.ts'
import { dialogflowEs, web } from '../src/channels/index.ts'
import type { DialogflowEsOptions, WebOptions } from '../src/channels/index.ts'
import type { Block, Observation, Stages, State } from '../src/model/index.ts'
import { createApp, metrics } from '../src/server/index.ts'
import type { App, AppParts, Files, MountedChannel } from '../src/server/index.ts'
import { memoryState } from '../src/state/index.ts'

/** What a test may choose about its desk; the rest is plain. */
export interface TestAppOptions {
  readonly stages?: Partial<Stages>
  readonly state?: State
  readonly limits?: WebOptions['limits']
  readonly es?: Partial<DialogflowEsOptions>
  readonly media?: Files
  readonly page?: Files
  readonly ready?: boolean
  /** The sites that may show the page and call its channel. */
  readonly origins?: readonly string[]
}

/** What the page's files say of the test desk. */
export const pageDesk = {
  name: 'Test desk',
  color: '#1d4e89',
  languages: ['en'],
  channel: 'web',
  phones: null,
}

/** A call made on this computer, for `app.request(path, init, nearby)`. */
export const nearby = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1' } } }

/** A whole desk over HTTP whose thinking is an echo: what is tested here is everything around the thinking. */
export function testApp(options: TestAppOptions = {}) {
  const state = options.state ?? memoryState()
  const counted = metrics()
  const observed: Observation[] = []
  const page = webChannel(state, options)
  const observe = (observation: Observation) => {
    observed.push(observation)
    counted.observe(observation)
    page.observe(observation)
  }
  const desk = new Desk({ ...echo, ...options.stages }, { ...world, state, observe })
  const es = dialogflowEs({ ...world, name: 'dialogflow-es', auth: null, ...options.es, observe })
  const channels = new Map<string, MountedChannel>([
    ['web', { ...page, origins: () => options.origins ?? [] }],
    ['dialogflow-es', { channel: es, routes: [] }],
  ])
  const { fetch, addresses } = createApp({
    front: front({
      take: (message, how) => desk.take(message, how),
      taken: page.taken,
      accept: (deliveries) => state.accept(deliveries),
      report: async (reports) => void (await state.report(reports)),
    }),
    channel: (name) => channels.get(name),
    courtesy: async (sentence) => `(${sentence})`,
    ready: async () => ({ ok: options.ready ?? true, sources: { office: 'up' } }),
    prove: (nonce) => `proof of ${nonce}`,
    metrics: counted,
    observe,
    media: options.media ?? noFiles,
    page: options.page ?? noFiles,
    pageChannel: () => 'web',
  } satisfies AppParts)
  return { app: { fetch, addresses, request: requesting(fetch) }, desk, state, observed }
}

/** A call as it reaches the desk through no server. */
function requesting(fetch: App['fetch']) {
  return async (path: string, init: RequestInit = {}, from?: Parameters<App['fetch']>[1]) =>
    fetch(new Request(new URL(path, 'http://localhost'), init), from)
}

let ids = 0
const world = {
  clock: () => Date.now(),
  random: () => 0,
  newId: () => `id-${++ids}`,
  timezone: () => 'Asia/Kolkata',
}

function webChannel(state: State, options: TestAppOptions) {
  return web({
    ...world,
    name: 'web',
    secret: Buffer.alloc(32, 7),
    turns: (filter) => state.turns(filter),
    welcome: (language) => ({ ...welcome, tagline: language }),
    declaredAt: (intent) => ({ file: `intents/${intent}.yaml`, line: 3 }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  })
}

const welcome = {
  name: 'Test desk',
  tagline: null,
  languages: ['en'],
  color: null,
  logo: null,
  greeting: [textBlock('Hello')],
  topics: [],
  dares: [],
}

/** There is no file. */
export const noFiles: Files = async (path) => {
  throw new FrontdeskError('server/not-found', `There is no file "${path}".`)
}

/** A text block of one span. */
export function textBlock(text: string): Block {
  return { kind: 'text', spans: [{ text }] }
}

/** Answers every message with its own words; "prove" asks who is there. */
export const echo: Stages = {
  understand: async (message) => ({
    intent: message.understood?.intent ?? 'echo',
    question: null,
    confidence: 1,
    candidates: [{ intent: 'echo', confidence: 1 }],
    entities: [],
    language: message.language ?? 'en',
  }),
  decide: (message, session) => ({
    move:
      message.text === 'prove'
        ? { kind: 'verify', identity: 'student', column: 'roll_no', again: false }
        : { kind: 'answer', intent: 'echo', slots: { text: message.text } },
    session,
  }),
  recall: (_move, _results, session) => session,
  bind: () => ({}),
  speak: async (move) => ({
    blocks: [
      textBlock(move.kind === 'answer' ? `you said ${String(move.slots['text'])}` : said(move)),
    ],
  }),
  ask: async () => {
    throw new FrontdeskError('source/unreachable', 'There is no source here.')
  },
}

function said(move: { readonly kind: string; readonly sentence?: string }): string {
  return move.sentence ?? move.kind
}
