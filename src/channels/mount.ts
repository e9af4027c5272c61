import type {
  Accept,
  Channel,
  ChannelRoute,
  ChannelSettings,
  Messenger,
  Observe,
  Registrar,
  State,
  Turn,
} from '../model/index.ts'
import type { FileBelow } from '../util/file-below.ts'
import { dialogflowEs, agentRegistrar } from './dialogflow-es/index.ts'
import { telegram } from './telegram/index.ts'
import { web } from './web/index.ts'
import type { Welcome } from './web/index.ts'
import { whatsapp } from './whatsapp/index.ts'

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
  /** What stands on a button that opens a list of choices. */
  readonly choose: (language: string) => string
  /** The desk's own file at an address it serves, such as `/media/map.png`; null where there is none. */
  readonly ownFile: (address: string) => Promise<FileBelow | null>
  readonly declaredAt: (intent: string) => { readonly file: string; readonly line: number } | null
}

/** A channel that takes calls, with its companions. */
export interface OpenChannel {
  /** What it was opened with. */
  readonly settings: ChannelSettings
  readonly channel: Channel | Messenger
  readonly routes: readonly ChannelRoute[]
  /** The origins whose pages may call it from a browser, at this moment; left out where browsers are none of its callers. */
  readonly origins?: () => readonly string[]
  /** Is told of everything that is observed. */
  readonly observe: Observe
  /** Sees a turn of its own as it was, rows included. */
  readonly taken: (turn: Turn) => void
  /** Ends what it holds open, so that nobody waits for a channel that is going away. */
  readonly close: () => void
  /** Begins to ask its platform what it has for it, unless the platform calls; gives what ends that. */
  readonly listen?: (accept: Accept) => () => Promise<void>
  /** Tells its platform where to call; null where nobody has to, or may. */
  readonly registrar: Registrar | null
}

/** A channel that wants to know nothing and holds nothing open. */
const silent = { observe: () => {}, taken: () => {}, close: () => {}, registrar: null }

/** Opens a channel of the kind its settings name. */
export function openChannel(settings: ChannelSettings, world: ChannelWorld): OpenChannel {
  switch (settings.kind) {
    case 'web':
      return {
        ...web({ ...world, name: settings.name }),
        settings,
        origins: () => [...settings.origins, ...ownOrigin(world.publicUrl())],
        registrar: null,
      }
    case 'dialogflow-es':
      return {
        settings,
        channel: dialogflowEs({ ...world, ...settings }),
        routes: [],
        ...silent,
        registrar:
          settings.agent === null ? null : agentRegistrar({ ...settings, agent: settings.agent }),
      }
    case 'telegram': {
      const { messenger, ...companions } = telegram({ ...world, ...settings })
      return { settings, channel: messenger, routes: [], ...silent, ...companions }
    }
    case 'whatsapp': {
      const { messenger, ...companions } = whatsapp({ ...world, ...settings })
      return { settings, channel: messenger, routes: [], ...silent, ...companions }
    }
    default:
      return settings satisfies never
  }
}

function ownOrigin(publicUrl: string | null): readonly string[] {
  return publicUrl === null ? [] : [new URL(publicUrl).origin]
}
