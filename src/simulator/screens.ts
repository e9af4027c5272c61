import { FrontdeskError } from '../errors.ts'
import type { ChannelSettings, Phone, PhoneAct, PhoneFile, PhoneScreen } from '../model/index.ts'

/** A phone by the name of the channel it talks to. */
export interface NamedPhone {
  readonly name: string
  /** What its looks are called: the kind of its channel. */
  readonly skin: string
  readonly phone: Phone
}

/** What the page is told of a phone. */
export interface ShownPhone extends PhoneScreen {
  readonly name: string
  readonly skin: string
}

/** Somebody who looks at the phones. */
export interface Watcher {
  readonly show: (phones: readonly ShownPhone[]) => void
  /** There is nothing to see any more. */
  readonly end: () => void
}

/** Milliseconds in which changes are told together. */
const together = 30

/** The phones of a desk, and who looks at them. */
export class Screens {
  readonly #phones: NamedPhone[] = []
  readonly #watchers = new Set<Watcher>()
  #telling: NodeJS.Timeout | null = null

  add(phone: NamedPhone): void {
    this.#phones.push(phone)
  }

  /** The channels the phones talk to. */
  get settings(): readonly ChannelSettings[] {
    return this.#phones.map(({ phone }) => phone.settings)
  }

  /**
   * Tells the platforms that call where the channels of the desk are.
   *
   * @param channels the address their names follow
   */
  async connect(channels: string): Promise<void> {
    await Promise.all(
      this.#phones.flatMap(({ name, phone }) => phone.connect?.(`${channels}/${name}`) ?? []),
    )
  }

  /** What is on every screen. */
  shown(): readonly ShownPhone[] {
    return this.#phones.map(({ name, skin, phone }) => ({ name, skin, ...phone.screen() }))
  }

  /** Shows what is on every screen, now and whenever one changes. Gives what ends it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    watcher.show(this.shown())
    return () => void this.#watchers.delete(watcher)
  }

  /** Tells the watchers, soon. */
  changed(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null
      const shown = this.shown()
      for (const { show } of this.#watchers) show(shown)
    }, together)
  }

  /** A file that was handed to the platform of a phone; null where there is none. */
  file(phone: string, name: string): PhoneFile | null {
    return this.#phones.find((one) => one.name === phone)?.phone.file?.(name) ?? null
  }

  /** Rejects with `simulator/not-there` for a phone or a button there is not. */
  async act(name: string, act: PhoneAct): Promise<void> {
    const found = this.#phones.find((one) => one.name === name)
    if (found === undefined)
      throw new FrontdeskError('simulator/not-there', `There is no phone "${name.slice(0, 100)}".`)
    await found.phone.act(act)
  }

  /** Gives every phone to somebody new. */
  reset(): void {
    for (const { phone } of this.#phones) phone.reset()
  }

  async close(): Promise<void> {
    if (this.#telling !== null) clearTimeout(this.#telling)
    for (const { end } of this.#watchers) end()
    this.#watchers.clear()
    await Promise.all(this.#phones.map(({ phone }) => phone.close()))
  }
}
