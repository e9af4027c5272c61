import { networkInterfaces } from 'node:os'
import { phones } from './channels/index.ts'
import type { ChannelSettings, DeskDefinition, Observe } from './model/index.ts'
import { readConversations } from './folder.ts'
import { type OpenedDesk, startDesk } from './open.ts'
import { Screens, simulatorCall, toursIn } from './simulator/index.ts'

/** A desk that talks to phones of our own instead of platforms. */
export interface Simulation {
  readonly opened: OpenedDesk
  /** Answers what the page of phones asks. */
  readonly call: (request: Request) => Promise<Response>
  /** Tells the platforms that call where the desk is; it answers by then. */
  readonly connect: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How a desk is put on phones. */
export interface SimulateOptions {
  readonly observe: Observe
  /** Where it will be found by this computer, such as `http://127.0.0.1:8300`. */
  readonly url: string
  /** The address it listens on: with one that others reach, they are told theirs. */
  readonly host: string
}

/**
 * Opens a desk with a phone for each kind of messenger there is, whatever channels its own files declare: nothing of it
 * reaches a platform, and nothing is kept. Rejects as opening the desk does.
 */
export async function simulate(folder: string, options: SimulateOptions): Promise<Simulation> {
  const { observe, url, host } = options
  const tours = toursIn(await readConversations(folder, process.env))
  const screens = new Screens()
  const changed = () => screens.changed()
  let ahead = 0
  const clock = () => Date.now() + ahead
  try {
    for (const [kind, open] of Object.entries(phones))
      screens.add({ name: kind, skin: kind, phone: await open({ name: kind, clock, changed }) })
    const adapt = (desk: DeskDefinition) => onPhones(desk, screens.settings, url)
    const opened = await startDesk(folder, { observe, clock, keep: false, watch: true, adapt })
    const address = addressIn(url, host)
    const advance = (milliseconds: number) => {
      ahead += milliseconds
      changed()
    }
    const page = () => ({ ...lookOf(opened.definition), tours, base: url, address })
    return {
      opened,
      call: (request) => simulatorCall(request, { screens, page, advance }),
      connect: () => screens.connect(`${url}/channels`),
      close: () => screens.close(),
    }
  } catch (thrown) {
    await screens.close()
    throw thrown
  }
}

/** The desk with phones in the place of its messengers; what its page talks to stays. */
function onPhones(
  desk: DeskDefinition,
  settings: readonly ChannelSettings[],
  publicUrl: string,
): DeskDefinition {
  const web = desk.channels.filter(({ kind }) => kind === 'web')
  return { ...desk, publicUrl, channels: [...web, ...settings] }
}

function lookOf({ name, brand }: DeskDefinition) {
  return { name, color: brand.color, logo: brand.logo }
}

/** The address another device in the network finds the page at; null where only this computer is listened to. */
function addressIn(url: string, host: string): string | null {
  if (host !== '0.0.0.0' && host !== '::') return null
  const own = Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return own === undefined ? null : `http://${own.address}:${new URL(url).port}/phones`
}
