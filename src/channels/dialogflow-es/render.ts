import type { Block, Turn } from '../../model/index.ts'
import { plain } from '../../model/index.ts'
import { toOutputContexts } from './contexts.ts'
import { fitBlocks } from './fit.ts'
import type { EsCall } from './parse.ts'
import { richMessages } from './rich.ts'
import type { OutputContext, PlatformMessage, WebhookResponse } from './wire.ts'

/** Dialogflow refuses a reply of more bytes. */
const mostBytes = 65_536

/** A sentence that tells how many things stayed away because the reply would be too large. */
export type AndMore = (left: number, language: string) => string

/** What rendering needs besides the turns. */
export interface RenderWorld {
  readonly andMore: AndMore
  /** The address the world reaches the desk at, for its own images; null when there is none. */
  readonly publicUrl: () => string | null
}

/** The body of the reply, as text: at most 64 KiB, with what stayed away said in a line. */
export function renderBody(turns: readonly Turn[], call: EsCall, world: RenderWorld): string {
  const publicUrl = world.publicUrl()
  const blocks = turns
    .flatMap((turn) => turn.reply.blocks)
    .map((block) => withAddresses(block, publicUrl))
  const contexts = contextsOf(turns, call)
  const bodyOf = (some: readonly Block[], left: number) => {
    const said = left === 0 ? some : [...some, line(world.andMore(left, call.language))]
    return wellFormed(JSON.stringify(responseOf(said, call, contexts)))
  }
  const whole = bodyOf(blocks, 0)
  if (isSmall(whole)) return whole
  const fitted = fitBlocks(blocks, (some, left) => isSmall(bodyOf(some, left)))
  return bodyOf(fitted.blocks, fitted.left)
}

/** The reply itself. */
function responseOf(
  blocks: readonly Block[],
  call: EsCall,
  outputContexts: readonly OutputContext[],
): WebhookResponse {
  return {
    fulfillmentText: blocks.map(plain).join('\n\n'),
    fulfillmentMessages: messagesFor(blocks, call),
    source: 'frontdesk',
    ...(outputContexts.length === 0 ? {} : { outputContexts }),
  }
}

function messagesFor(blocks: readonly Block[], { platform }: EsCall): PlatformMessage[] {
  const generic = richMessages(blocks, 'any')
  if (platform === null) return generic
  return [...generic, ...richMessages(blocks, platform).map((one) => ({ ...one, platform }))]
}

function contextsOf(turns: readonly Turn[], call: EsCall): OutputContext[] {
  return turns.slice(-1).flatMap((turn) => toOutputContexts(turn, call.session, call.contexts))
}

function line(text: string): Block {
  return { kind: 'text', spans: [{ text }] }
}

/** Gives the desk's own files the address under which the world finds them. */
function withAddresses(block: Block, publicUrl: string | null): Block {
  if (publicUrl === null) return block
  const absolute = (url: string) => (url.startsWith('/') ? publicUrl.replace(/\/$/, '') + url : url)
  switch (block.kind) {
    case 'image':
    case 'document':
      return { ...block, url: absolute(block.url) }
    case 'cards':
      return {
        ...block,
        cards: block.cards.map((card) =>
          card.image === undefined ? card : { ...card, image: absolute(card.image) },
        ),
      }
    case 'text':
    case 'location':
    case 'choices':
    case 'table':
      return block
    default:
      return block satisfies never
  }
}

function isSmall(body: string): boolean {
  return body.length <= mostBytes && Buffer.byteLength(body) <= mostBytes
}

/** Half a surrogate pair, which JSON writes as `\ud83d` and Dialogflow cannot read, becomes the replacement character. */
function wellFormed(json: string): string {
  if (!json.includes('\\ud')) return json
  return json.replaceAll(/\\(?:(ud[89a-f][0-9a-f]{2})|.)/g, (all, half?: string) =>
    half === undefined ? all : '\uFFFD',
  )
}
