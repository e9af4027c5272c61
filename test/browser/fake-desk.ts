/**
 * A desk for what the college cannot show on demand: calls that fail, hang or are refused, answers that are held back,
 * scripts in links, a right-to-left language, a word without end. It speaks docs/reference/http.md to the letter and
 * refuses what that does not allow. What the college does show is tested on the college: college.test.ts.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Block } from '../../src/model/reply.ts'
import { plain } from '../../src/model/plain.ts'
import { packageRoot } from '../../src/util/package-root.ts'
import { fakeWelcome } from './fake-welcome.ts'
import { fakeReplies, fakeShrug } from './fake-replies.ts'

/** A running fake desk. */
export interface FakeDesk {
  readonly url: string
  /** Every message that was accepted, in order. */
  readonly said: readonly Said[]
  /** What happens to the messages to come. */
  behave(manner: Manner): void
  close(): Promise<void>
}

/** How messages are taken: at once, when something else has happened, not at all, or refused. */
export type Manner =
  | { readonly kind: 'at once' }
  | { readonly kind: 'after'; readonly event: Promise<unknown> }
  | { readonly kind: 'refuse'; readonly status: number; readonly message: string }
  | { readonly kind: 'hang up' }

interface Said {
  readonly conversation?: string
  readonly id?: string
  readonly language?: string
  readonly text?: string
  readonly choice?: string
}

interface FakeTurn {
  readonly turn: string
  readonly message: string
  readonly at: string
  readonly said: Said
  readonly blocks: readonly Block[]
}

const members = new Set(['conversation', 'id', 'language', 'text', 'choice'])
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json',
  svg: 'image/svg+xml',
}

/** Starts a fake desk on `port`; 0 takes a free one. */
export async function fakeDesk(port = 0): Promise<FakeDesk> {
  const desk = new Desk()
  const server = createServer((request, response) => void desk.answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${taken}/`,
    said: desk.said,
    behave: (manner) => (desk.manner = manner),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

class Desk {
  readonly said: Said[] = []
  manner: Manner = { kind: 'at once' }
  readonly #turns = new Map<string, FakeTurn[]>()
  readonly #listeners = new Map<string, Set<ServerResponse>>()

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://desk')
    const conversation = url.searchParams.get('conversation') ?? ''
    if (request.method === 'POST') return this.#take(await bodyOf(request), request, response)
    switch (url.pathname) {
      case '/channels/web/desk':
        return send(response, 200, fakeWelcome())
      case '/channels/web/history':
        return this.#recall(conversation, response)
      case '/channels/web/events':
        return this.#listen(conversation, response)
      default:
        return serveFile(url.pathname, response)
    }
  }

  async #take(body: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { manner } = this
    if (manner.kind === 'hang up') return void request.socket.destroy()
    if (manner.kind === 'after') await manner.event
    if (manner.kind === 'refuse') {
      if (manner.status === 429) response.setHeader('retry-after', '1')
      return refuse(response, manner.status, manner.message)
    }
    const said = JSON.parse(body) as Said
    const wrong = request.url === '/channels/web' ? whatIsWrong(said, request) : 'the path'
    if (wrong !== null) return refuse(response, 400, `Not as documented: ${wrong}.`)
    const conversation = said.conversation ?? `k1.${randomUUID()}`
    const turn = this.#turnOf(said, conversation)
    const { blocks, said: _, ...head } = turn
    send(response, 200, { conversation, ...head, blocks: withPlain(blocks) })
  }

  /** The turn of a message; the same message again is the same turn. */
  #turnOf(said: Said, conversation: string): FakeTurn {
    const turns = this.#turns.get(conversation) ?? []
    const known = turns.find((turn) => turn.message === said.id)
    if (known) return known
    this.said.push(said)
    const at = new Date().toISOString()
    const blocks = replyTo(said, turns.at(-1)?.blocks ?? [])
    const turn = { turn: randomUUID(), message: said.id ?? randomUUID(), at, said, blocks }
    this.#turns.set(conversation, [...turns, turn])
    for (const listener of this.#listeners.get(conversation) ?? []) {
      listener.write(
        `event: turn\nid: ${turn.turn}\ndata: ${JSON.stringify({ bubbles: bubblesOf(turn) })}\n\n`,
      )
    }
    return turn
  }

  #recall(conversation: string, response: ServerResponse): void {
    const turns = this.#turns.get(conversation)
    if (turns === undefined) return refuse(response, 403, 'This conversation is not yours to read.')
    return send(response, 200, { conversation, bubbles: turns.flatMap(bubblesOf) })
  }

  #listen(conversation: string, response: ServerResponse): void {
    if (!this.#turns.has(conversation)) return refuse(response, 403, 'Not yours to hear.')
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': here\n\n')
    const listeners = this.#listeners.get(conversation) ?? new Set()
    this.#listeners.set(conversation, listeners.add(response))
    response.on('close', () => listeners.delete(response))
    return undefined
  }
}

function whatIsWrong(said: Said, request: IncomingMessage): string | null {
  const unknown = Object.keys(said).find((member) => !members.has(member))
  if (unknown !== undefined) return `"${unknown}"`
  if (request.headers['content-type'] !== 'application/json') return 'the content type'
  if ((said.text === undefined) === (said.choice === undefined))
    return 'exactly one of text and choice'
  return /^[\w-]{1,64}$/.test(said.id ?? '') ? null : 'the id'
}

function replyTo({ text, choice }: Said, before: readonly Block[]): readonly Block[] {
  const options = before.flatMap((block) => (block.kind === 'choices' ? block.options : []))
  const words = (text ?? options.find(({ id }) => id === choice)?.label ?? '').toLowerCase()
  const word = Object.keys(fakeReplies).find((key) => words.includes(key))
  return word === undefined ? fakeShrug : (fakeReplies[word] ?? [])
}

function bubblesOf({ turn, message, at, said, blocks }: FakeTurn): readonly object[] {
  const words: Block[] =
    said.text === undefined ? [] : [{ kind: 'text', spans: [{ text: said.text }] }]
  const choice = said.choice === undefined ? {} : { choice: said.choice }
  return [
    { who: 'visitor', turn, message, at, ...choice, blocks: withPlain(words) },
    { who: 'desk', turn, message, at, blocks: withPlain(blocks) },
  ]
}

/** Blocks as they are sent. */
export function withPlain(blocks: readonly Block[]): readonly object[] {
  return blocks.map((block) => ({ ...block, plain: plain(block) }))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const name = path === '/' ? '/index.html' : path
  const file = name.startsWith('/media/') ? `test/browser${name}` : `dist/page${name}`
  try {
    const bytes = await readFile(new URL(file, packageRoot))
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(bytes)
  } catch {
    refuse(response, 404, 'There is no such file.')
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

function refuse(response: ServerResponse, status: number, message: string): void {
  send(response, status, { error: { code: 'server/refused', message } })
}
