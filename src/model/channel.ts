import type { Message } from './message.ts'
import type { Turn } from './turn.ts'

/** A way in and out that is called over HTTP and answers in the response. `Call` is its own: what `render` needs. */
export interface Channel<Call = unknown> {
  /** Its name in `desk.yaml`. */
  readonly name: string
  /**
   * Verifies and reads a call. Either messages to take, in order, or the response to give at once (a refusal, a
   * page, a handshake). Rejects with a `FrontdeskError`.
   */
  receive(request: Request, caller: Caller): Promise<Received<Call>>
  /** The response that carries the turns' replies. Pure. */
  render(turns: readonly Turn[], call: Call): Response
}

/** What a call brought. */
export type Received<Call = unknown> =
  | {
      readonly kind: 'messages'
      readonly messages: readonly Message[]
      /** Whether the caller waits for the turns to be durable. False where a platform's deadline leaves no room. */
      readonly durable: boolean
      /** The visitor's own address, for counting failed proofs; never kept. None where a platform stands between. */
      readonly from?: string
      /** What `render` must know of the call. */
      readonly call: Call
    }
  /** There is nothing to take: the answer as it is. */
  | { readonly kind: 'response'; readonly response: Response }

/** Who calls, as far as the server can tell. */
export interface Caller {
  /** The address the call came from, seen through a proxy on this computer; of IPv6 the network. */
  readonly address: string
  /** True when the call was made on this computer and passed on by no proxy. */
  readonly local: boolean
}

/** A further address of a channel: `GET /channels/<name>/<path>`. A path that ends in `/*` takes what lies below. */
export interface ChannelRoute {
  readonly path: string
  /** Never for pages of other sites, allowed or not. */
  readonly own?: true
  readonly get: (request: Request, caller: Caller) => Promise<Response>
}
