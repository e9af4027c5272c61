/**
 * A number on WhatsApp, by Meta's Cloud API: `verify` proves where a call comes from, `calls` holds the shapes Meta
 * documents, `parse` reads them, `render` writes the messages of a reply within `limits`, `send` gives them to `graph`,
 * `register` tells Meta where the desk is. Only `channels/index.ts` imports from here.
 *
 * @module
 */
import { failureObserved, FrontdeskError } from '../../errors.ts'
import type {
  Brought,
  ChannelTemplate,
  Delivery,
  Messenger,
  Observe,
  Registrar,
} from '../../model/index.ts'
import { parseJson } from '../read-json.ts'
import { CallReader } from './call-reader.ts'
import { graphApi } from './graph.ts'
import { pace, showing } from './limits.ts'
import type { Address } from './parse.ts'
import { registrar } from './register.ts'
import { type Call, renderReply } from './render.ts'
import { send } from './send.ts'
import { handshake, signedBody } from './verify.ts'

/** What the channel is given by whoever opens the desk. */
export interface WhatsAppOptions {
  /** Its name in `desk.yaml`. */
  readonly name: string
  /** The id of the number, as Meta shows it: not the number itself. */
  readonly number: string
  readonly token: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly template: ChannelTemplate | null
  /** The address of the Graph API with its version. */
  readonly api: string
  /** Names conversations; at least 32 random bytes. */
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly observe: Observe
  /** The address the world reaches the desk at. */
  readonly publicUrl: () => string | null
  /** What stands on a button that opens a list of choices. */
  readonly choose: (language: string) => string
}

/** Meta tells of many things in one call, in up to three megabytes. */
const largestCall = 3 * 1024 * 1024

/** Milliseconds a call may take that nobody waits for. */
const patience = 20_000

/** The channel with its companion. */
export interface WhatsApp {
  readonly messenger: Messenger
  /** Tells Meta where the desk is. */
  readonly registrar: Registrar
}

/** A number on WhatsApp as a channel: see docs/reference/whatsapp.md. */
export function whatsapp(options: WhatsAppOptions): WhatsApp {
  const call = graphApi(options.token, options.api)
  const reader = new CallReader(options)
  const messenger: Messenger = {
    shows: showing(options.publicUrl),
    pace,
    receive: (request) => receive(request, options, reader),
    render: (reply, { to }, language) =>
      renderReply(reply, to as Address, options.choose(language)),
    largestCall,
    send: (payload, signal, standing) =>
      send({ ...options, call }, payload as Call, signal, standing),
    begin({ to }: Delivery) {
      const read = {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: (to as Address).message,
        typing_indicator: { type: 'text' },
      }
      // Nobody misses a tick that stayed away.
      call(`${options.number}/messages`, read, AbortSignal.timeout(patience)).catch(
        (thrown: unknown) => options.observe(failureObserved(thrown)),
      )
    },
  }
  return { messenger, registrar: registrar({ ...options, call }) }
}

async function receive(
  request: Request,
  { appSecret, verifyToken }: WhatsAppOptions,
  reader: CallReader,
): Promise<Brought> {
  if (request.method === 'GET')
    return { deliveries: [], reports: [], response: handshake(request.url, verifyToken) }
  if (request.method !== 'POST')
    throw new FrontdeskError('server/method', `This address takes POST, not ${request.method}.`)
  const body = await signedBody(request, appSecret)
  return reader.read(parseJson(body.toString('utf8')))
}
