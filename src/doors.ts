import { type ChannelWorld, openChannel, type OpenChannel, type Welcome } from './channels/index.ts'
import { deliver, type Delivering } from './deliver.ts'
import type { Desk } from './desk.ts'
import { type Front, front } from './front.ts'
import {
  type Block,
  type DeskDefinition,
  type Language,
  type Messenger,
  newSession,
  type Observation,
  type Post,
  plain,
  type Registrar,
  type Sentence,
  type Speak,
  variantsIn,
  type Values,
  type Wording,
} from './model/index.ts'
import { type FileBelow, fileBelow } from './util/file-below.ts'

/** What the ways into a desk are made from. `definition` and `speak` are those of this moment. */
export interface DoorsWorld extends Omit<
  ChannelWorld,
  'welcome' | 'declaredAt' | 'publicUrl' | 'andMore' | 'choose' | 'ownFile'
> {
  readonly desk: Desk
  /** Keeps what messengers bring and send. */
  readonly post: Post
  /** 0 inclusive to 1 exclusive. */
  readonly random: () => number
  readonly definition: () => DeskDefinition
  readonly speak: () => Speak
}

/** Stands for a number that is not known yet: a character nobody types. */
const numberMark = '⁜'

function messengerIn(open: OpenChannel | undefined): Messenger | undefined {
  return open !== undefined && 'send' in open.channel ? open.channel : undefined
}

/** @param media the folder served at `/media/` */
async function ownFile(media: string | null, address: string): Promise<FileBelow | null> {
  const path = /^\/media\/([^?#]+)/.exec(address)?.[1]
  if (media === null || path === undefined) return null
  return fileBelow(media, decodeURIComponent(path))
}

/** The ways into a desk: its channels, and the sentences the server says for it. */
export class Doors {
  readonly front: Front
  readonly #world: DoorsWorld
  readonly #delivering: Delivering
  /** What ends the listening of a channel, by its name; null until the desk is served. */
  #listening: Map<string, () => Promise<void>> | null = null
  /** The channels whose platforms call: those do not listen. */
  #called: ReadonlySet<string> = new Set()
  /** Where the world reaches the desk just now, as far as it is known. */
  #address: string | null = null
  #channels: ReadonlyMap<string, OpenChannel> = new Map()
  #greetings: ReadonlyMap<Language, readonly Block[]> = new Map()
  /** The sentence `and-more`, with the mark where the number goes: channels render at once, and many lengths. */
  #andMore: ReadonlyMap<Language, string> = new Map()

  constructor(world: DoorsWorld) {
    this.#world = world
    this.#delivering = deliver({
      ...world,
      take: (message, how) => world.desk.take(message, how),
      messenger: (name) => messengerIn(this.#channels.get(name)),
    })
    this.front = front({
      accept: this.#delivering.accept,
      report: this.#delivering.report,
      take: (message, how) => world.desk.take(message, how),
      taken: (turn) => this.#channels.get(turn.message.channel)?.taken(turn),
    })
  }

  /** Opens the channels as the desk declares them now. One that stays as it was stays open. */
  async renew(): Promise<void> {
    const { channels, languages } = this.#world.definition()
    const greetings = languages.map(
      async (language) => [language, await this.#say('welcome', language)] as const,
    )
    this.#greetings = new Map(await Promise.all(greetings))
    this.#andMore = await this.#inEach('and-more', { left: numberMark })
    const choose = await this.#inEach('choose')
    const channelWorld = {
      ...this.#world,
      welcome: (language: string | null) => this.#welcome(language),
      publicUrl: () => this.#address ?? this.#world.definition().publicUrl,
      ownFile: (address: string) => ownFile(this.#world.definition().brand.media, address),
      andMore: (left: number, language: string) =>
        (this.#andMore.get(this.#nearest(language)) ?? '').replaceAll(numberMark, String(left)),
      choose: (language: string) => choose.get(this.#nearest(language)) ?? '',
      declaredAt: (name: string) =>
        this.#world.definition().intents.find((intent) => intent.name === name)?.at ?? null,
    }
    const before = this.#channels
    this.#channels = new Map(
      channels.map((settings) => {
        const open = before.get(settings.name)
        const same =
          open !== undefined && JSON.stringify(open.settings) === JSON.stringify(settings)
        return [settings.name, same ? open : openChannel(settings, channelWorld)]
      }),
    )
    for (const [name, open] of before)
      if (this.#channels.get(name) !== open) {
        open.close()
        await this.#listening?.get(name)?.()
        this.#listening?.delete(name)
      }
    if (this.#listening !== null) await this.#listen(this.#listening)
  }

  /**
   * Begins to hear what messengers are told, to answer it and to send. Only the process that serves a desk does.
   *
   * @param isExposed whether the world is about to reach the desk: platforms that call are then waited for
   */
  async start(isExposed = false): Promise<void> {
    this.#listening ??= new Map()
    if (isExposed) this.#called = new Set(this.registrars.keys())
    await this.#listen(this.#listening)
  }

  /** Who tells each platform that calls where the desk is, by the name of the channel. */
  get registrars(): ReadonlyMap<string, Registrar> {
    const all = [...this.#channels].flatMap(([name, { registrar }]) =>
      registrar === null ? [] : [[name, registrar] as const],
    )
    return new Map(all)
  }

  /**
   * Is told where the world reaches the desk, null for nowhere, and the channels whose platforms call it there; all
   * others listen for themselves. Resolves when those that are called have ceased to.
   */
  async called(address: string | null, channels: ReadonlySet<string>): Promise<void> {
    this.#address = address
    this.#called = channels
    if (this.#listening !== null) await this.#listen(this.#listening)
  }

  async #listen(listening: Map<string, () => Promise<void>>): Promise<void> {
    const ending: Promise<void>[] = []
    for (const [name, { listen }] of this.#channels) {
      const end = listening.get(name)
      if (this.#called.has(name)) {
        listening.delete(name)
        if (end !== undefined) ending.push(end())
      } else if (listen !== undefined && end === undefined)
        listening.set(name, listen(this.#delivering.accept))
    }
    if ([...this.#channels.values()].some((open) => messengerIn(open) !== undefined))
      this.#delivering.start()
    await Promise.all(ending)
  }

  /** Ends what the channels hold open. Calls are still taken: those under way come to their end. */
  close(): void {
    for (const open of this.#channels.values()) open.close()
  }

  /** Ends listening, answering and sending; resolves when what is under way has come to its end. */
  async stop(): Promise<void> {
    const ends = [...(this.#listening?.values() ?? [])]
    // A desk that is read again meanwhile must not begin anew.
    this.#listening = null
    await Promise.all(ends.map((end) => end()))
    await this.#delivering.close()
  }

  /** The channel of this name. */
  channel(name: string): OpenChannel | undefined {
    return this.#channels.get(name)
  }

  /** Tells every channel what was observed. */
  observe(observation: Observation): void {
    for (const open of this.#channels.values()) open.observe(observation)
  }

  /** A sentence of the desk's own as plain text, in the language the caller asks for. */
  async courtesy(sentence: Sentence, request: Request): Promise<string> {
    const wanted = request.headers.get('accept-language')?.split(/[,;]/)[0] ?? null
    return (await this.#say(sentence, this.#nearest(wanted))).map(plain).join('\n')
  }

  /** A sentence of the desk's own as plain text, in each of its languages. */
  async #inEach(sentence: Sentence, values: Values = {}): Promise<ReadonlyMap<Language, string>> {
    const { languages } = this.#world.definition()
    const said = languages.map(async (language) => {
      const blocks = await this.#say(sentence, language, values)
      return [language, blocks.map(plain).join('\n')] as const
    })
    return new Map(await Promise.all(said))
  }

  async #say(
    sentence: Sentence,
    language: Language,
    values: Values = {},
  ): Promise<readonly Block[]> {
    const { clock, definition, speak } = this.#world
    const facts = {
      now: new Date(clock()).toISOString(),
      timezone: definition().timezone,
      random: 0,
      person: null,
      found: {},
    }
    const move = { kind: 'say', sentence, values, choices: [] } as const
    return (await speak()(move, {}, { ...newSession(''), language }, facts)).blocks
  }

  #welcome(wanted: string | null): Welcome {
    const { name, brand, languages, topics, dares } = this.#world.definition()
    const language = this.#nearest(wanted)
    const words = (wording: Wording) => variantsIn(wording, language, languages)[0] ?? ''
    return {
      name,
      languages,
      color: brand.color,
      logo: brand.logo,
      tagline: words(brand.tagline) || null,
      greeting: this.#greetings.get(language) ?? [],
      topics: topics.map((topic) => ({
        name: topic.name,
        title: words(topic.title),
        icon: topic.icon || null,
        ask: words(topic.ask),
      })),
      dares: dares.map((dare) => ({ title: words(dare.title), ask: words(dare.ask) })),
    }
  }

  /** The desk's language that is nearest to a BCP 47 tag: `hi` for `hi-IN`. */
  #nearest(tag: string | null): Language {
    const { languages } = this.#world.definition()
    const [primary] = (tag ?? '').toLowerCase().split('-')
    const found = languages.find((one) => one.toLowerCase().split('-')[0] === primary)
    return found ?? languages[0] ?? 'en'
  }
}
