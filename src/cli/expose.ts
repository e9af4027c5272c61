/**
 * What `frontdesk serve` does where the world is to reach a desk. Loaded only then.
 */
import { join } from 'node:path'
import { AddressRecord, availableExposure, lookAt, openExposure, Reach } from '../exposure/index.ts'
import type { ChannelSettings, ExposureSettings, LocalDoor, Reached } from '../model/index.ts'
import type { OpenedDesk } from '../open.ts'
import { type Fetch, listen, type Listening } from '../server/index.ts'
import { InTurn } from '../util/in-turn.ts'
import { tell } from './print.ts'

/** What is exposed. */
export interface ExposeOptions {
  /** The desk's folder. */
  readonly folder: string
  readonly opened: OpenedDesk
  readonly fetch: Fetch
  /** The address the desk listens at for this computer, which its owner's own proxy leads to. */
  readonly at: string
  /** Whether the best way there is will do, where the desk declares none. */
  readonly isPublic: boolean
}

interface Open {
  readonly settings: ExposureSettings
  readonly reach: Reach
  readonly outer: Listening | null
}

/** How the world reaches a served desk, as its files say at this moment. */
export class Exposed {
  readonly #options: ExposeOptions
  readonly #inTurn = new InTurn()
  #open: Open | null = null

  constructor(options: ExposeOptions) {
    this.#options = options
  }

  /** Follows the files of the desk. Rejects with `exposure/none`. */
  follow(): Promise<void> {
    return this.#inTurn.run('', () => this.#follow())
  }

  close(): Promise<void> {
    return this.#inTurn.run('', () => this.#close())
  }

  async #follow(): Promise<void> {
    const { definition } = this.#options.opened
    const settings = this.#options.isPublic ? wayOf(definition) : definition.exposure
    if (JSON.stringify(settings) === JSON.stringify(this.#open?.settings ?? null)) {
      await this.#open?.reach.renew()
      return
    }
    await this.#close()
    const { doors } = this.#options.opened
    if (settings === null) return doors.called(null, new Set())
    try {
      this.#open = await this.#start(settings)
    } catch (thrown) {
      // Nobody calls: channels ask for themselves.
      await doors.called(null, new Set())
      throw thrown
    }
  }

  async #close(): Promise<void> {
    // Calls under way come to their end before the way they came by is gone.
    await this.#open?.outer?.close()
    await this.#open?.reach.close()
    this.#open = null
  }

  async #start(settings: ExposureSettings): Promise<Open> {
    const { folder, opened, at } = this.#options
    const outer = settings.kind === 'static' ? null : await this.#outerDoor(settings)
    const record = new AddressRecord(join(folder, '.frontdesk'))
    const reach = new Reach({
      exposure: openExposure(settings),
      door: doorOf(outer?.url ?? at),
      look: (url, signal) => lookAt(url, opened.prove, signal),
      registrars: () => opened.doors.registrars,
      called: (address, channels) => opened.doors.called(address, channels),
      record: (recorded) => record.add(recorded),
      observe: (observation) => {
        opened.observe(observation)
        if (observation.kind === 'address') this.#tell(observation.reached)
      },
      clock: opened.clock,
      random: Math.random,
    })
    return { settings, reach, outer }
  }

  /** A door of its own: what comes through it was made elsewhere, whatever it says of itself. */
  #outerDoor(settings: ExposureSettings): Promise<Listening> {
    const { fetch } = this.#options
    const outside: Fetch = (request, environment) =>
      fetch(request, Object.assign(environment, { outside: true }))
    const port = settings.kind === 'cloudflared' ? (settings.tunnel?.localPort ?? 0) : 0
    return listen(outside, { host: '127.0.0.1', port })
  }

  #tell(reached: Reached): void {
    const { definition, doors } = this.#options.opened
    if (reached.kind === 'down') return
    tell(`The world reaches ${definition.name} at ${reached.url}`)
    for (const { name } of definition.channels.filter(isCalled)) {
      const who = doors.registrars.has(name) ? 'is told so' : 'is to be told so by you'
      tell(`  ${reached.url}/channels/${name} is what ${name} calls; it ${who}.`)
    }
  }
}

/** The page calls by itself wherever it was opened; what asks for itself is called by nobody. */
function isCalled(settings: ChannelSettings): boolean {
  return settings.kind !== 'web' && !('updates' in settings && settings.updates === 'polling')
}

/** The way a desk declares, or the best there is. Throws `exposure/none`. */
function wayOf({ exposure, publicUrl }: OpenedDesk['definition']): ExposureSettings {
  if (exposure !== null) return exposure
  if (publicUrl !== null) return { kind: 'static', url: publicUrl.replace(/\/$/, '') }
  return availableExposure(process.env)
}

function doorOf(url: string): LocalDoor {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}
