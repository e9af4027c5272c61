import type { ChannelRoute, ChannelSettings, Observe, State, Turn } from '../model/index.ts'
import type { Channel } from '../model/index.ts'
import { dialogflowEs } from './dialogflow-es/index.ts'
import { web } from './web/index.ts'
import type { Welcome } from './web/index.ts'

/** What channels are given by whoever opens the desk. */
export interface ChannelWorld {
  /** Signs conversations; at least 32 random bytes. */
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly newId: () => string
  readonly turns: State['turns']
  readonly observe: Observe
  /** What a page opens on, in the language nearest to this tag. */
  readonly welcome: (language: string | null) => Welcome
  /** The address the world reaches the desk at, at this moment. */
  readonly publicUrl: () => string | null
  /** A sentence that tells how many things stayed away because the reply would be too large. */
  readonly andMore: (left: number, language: string) => string
  readonly declaredAt: (intent: string) => { readonly file: string; readonly line: number } | null
}

/** A channel that takes calls, with its companions. */
export interface OpenChannel {
  /** What it was opened with. */
  readonly settings: ChannelSettings
  readonly channel: Channel
  readonly routes: readonly ChannelRoute[]
  /** Is told of everything that is observed. */
  readonly observe: Observe
  /** Sees a turn of its own as it was, rows included. */
  readonly taken: (turn: Turn) => void
  /** Ends what it holds open, so that nobody waits for a channel that is going away. */
  readonly close: () => void
}

/** Opens a channel of the kind its settings name. */
export function openChannel(settings: ChannelSettings, world: ChannelWorld): OpenChannel {
  switch (settings.kind) {
    case 'web':
      return { ...web({ ...world, name: settings.name }), settings }
    case 'dialogflow-es':
      return {
        settings,
        channel: dialogflowEs({ ...world, ...settings }),
        routes: [],
        observe: () => {},
        taken: () => {},
        close: () => {},
      }
    default:
      return settings.kind satisfies never
  }
}
