import type { Front } from '../front.ts'
import type { Channel, ChannelRoute, Messenger, Observe } from '../model/index.ts'
import type { Courtesy } from './failure.ts'
import type { Files } from './files.ts'
import type { Metrics } from './metrics.ts'

/** A channel with its companions. */
export interface MountedChannel {
  readonly channel: Channel | Messenger
  readonly routes: readonly ChannelRoute[]
  /** The origins whose pages may call it from a browser; left out where browsers are none of its callers. */
  readonly origins?: () => readonly string[]
}

/** Whether the desk can answer, and which of its sources do. */
export interface Readiness {
  readonly ok: boolean
  readonly sources: Readonly<Record<string, string>>
}

/** Something answered besides what every desk answers: its route's path, and what answers there. */
export interface Addressed {
  readonly path: string
  readonly answer: (request: Request) => Promise<Response>
}

/** What the HTTP side of a desk is made of. */
export interface AppParts {
  readonly front: Front
  /** The channel of this name, as the desk is declared at this moment. */
  readonly channel: (name: string) => MountedChannel | undefined
  readonly courtesy: Courtesy
  readonly ready: () => Promise<Readiness>
  /** What the desk answers to a nonce, so that it can tell from outside that an address leads to itself. */
  readonly prove?: (nonce: string) => string
  readonly metrics: Metrics
  readonly observe: Observe
  readonly media: Files
  readonly page: Files
  /** The name of the channel the page talks to, at this moment. */
  readonly pageChannel: () => string
  readonly more?: readonly Addressed[]
}
