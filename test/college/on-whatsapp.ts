/** The college with a number on WhatsApp, over real HTTP both ways: what a visitor types and taps, and what they read. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { credentials, FakeGraphApi, type Sent } from '../../simulated/whatsapp/fake-graph-api.mjs'
import { tappedIn } from '../../simulated/whatsapp/documented.mjs'
import { appOf } from '../../src/cli/app-of.ts'
import type { Conversation, ConversationStep } from '../../src/config/index.ts'
import { fit } from '../../src/delivery/fit/fit.ts'
import type { ChannelSettings, DeskDefinition, Messenger, Turn } from '../../src/model/index.ts'
import { openDesk, type OpenedDesk } from '../../src/open.ts'
import { folded, instantOf, isSaid } from '../../src/rehearse.ts'
import { listen, type Listening, metrics } from '../../src/server/index.ts'
import { textIn } from '../judges/whatsapp/served-number.ts'
import { collegeFolder, monday } from './college-desk.ts'

const patience = { timeout: 30_000, interval: 5 }

/** A desk further from its day than this has example data of another edition. */
const day = 86_400_000

/** How long all conversations of one moment may take. */
const soon = 1_200_000

/** What a conversation was not, with the line it is about. */
export type Fault = Readonly<Record<'at' | 'expected' | 'said', string>>

export class CollegeOnWhatsApp {
  readonly api: FakeGraphApi
  readonly #turns = new Map<string, Turn>()
  readonly #data: string
  #opened: OpenedDesk | null = null
  #listening: Listening | null = null
  /** The instant the clock was set to, and when. */
  #set = { to: Date.parse(monday), at: Date.now() }
  #visitors = 919_800_000_000

  private constructor(data: string) {
    this.#data = data
    this.api = new FakeGraphApi({ clock: () => this.#now })
  }

  static async open(): Promise<CollegeOnWhatsApp> {
    const college = new CollegeOnWhatsApp(await mkdtemp(join(tmpdir(), 'frontdesk-college-')))
    await college.#start()
    return college
  }

  async close(): Promise<void> {
    await this.#listening?.close()
    await this.#opened?.doors.stop()
    await this.#opened?.close()
    await this.api.stop()
    await rm(this.#data, { recursive: true, force: true })
  }

  /** Plays a conversation as somebody who has never written before; tells what went otherwise than it is written. */
  async play(conversation: Conversation): Promise<readonly Fault[]> {
    await this.#setClock(conversation.now)
    const user = String(++this.#visitors)
    if (conversation.as !== null) await this.#prove(user, conversation.as)
    let read: readonly Sent[] = []
    const faults: Fault[] = []
    for (const step of conversation.steps) {
      if (step.kind === 'say') read = await this.#send(() => this.#say(user, step.text), user)
      else if (step.kind === 'tap')
        read = await this.#send(this.#tap.bind(this, user, read, step.label), user)
      else faults.push(...faultsOf(step, wordsOf(read), conversation.file))
    }
    return faults
  }

  get #now(): number {
    return this.#set.to + Date.now() - this.#set.at
  }

  get #desk(): OpenedDesk {
    if (this.#opened === null) throw new Error('The college is not open.')
    return this.#opened
  }

  async #start(): Promise<void> {
    await this.api.start()
    this.#opened = await openDesk(collegeFolder, {
      keep: false,
      env: {},
      clock: () => this.#now,
      random: () => 0,
      observe: (one) => {
        if (one.kind === 'turn') this.#turns.set(one.turn.message.id, one.turn)
      },
      relocate: (settings) =>
        settings.kind === 'sqlite'
          ? { ...settings, file: join(this.#data, `${settings.name}.db`) }
          : settings,
      adapt: (desk) => onWhatsApp(desk, this.api.url),
    })
    await this.#opened.doors.start()
    const app = await appOf(this.#opened, metrics())
    this.#listening = await listen(app.fetch, { port: 0, host: '127.0.0.1' })
    const url = `${this.#listening.url}/channels/whatsapp`
    await this.api.webhook.subscribe(url, credentials.verifyToken)
  }

  async #setClock(local: string | null): Promise<void> {
    const to = local === null ? this.#now : instantOf(local, this.#desk.definition.timezone)
    // Those of one moment follow each other: a clock that goes back would make the desk wait, which paces itself.
    if (Math.abs(to - this.#now) < soon) return
    const isFar = Math.abs(to - this.#now) > day
    this.#set = { to, at: Date.now() }
    if (isFar) await this.#desk.reload()
  }

  /** Whoever a conversation says they are has proven it before it begins. */
  async #prove(user: string, who: NonNullable<Conversation['as']>): Promise<void> {
    let id = ''
    await this.#send(() => (id = this.#say(user, 'hello')), user)
    const { message } = this.#turns.get(id)!
    const as = await this.#desk.named(who)
    await this.#desk.desk.take({ ...message, id: `${id}-proven` }, { as })
  }

  /** What was sent for what somebody did; its id is that of the message. */
  async #send(act: () => string, user: string): Promise<readonly Sent[]> {
    const before = this.api.sent(user).length
    const id = act()
    await vi.waitUntil(() => this.#turns.has(id), patience)
    const { reply } = this.#turns.get(id)!
    const messenger = this.#desk.doors.channel('whatsapp')?.channel as Messenger
    const to = { user: { to: user }, message: id, known: user }
    const shown = messenger.render(
      fit(reply, messenger.shows),
      { to, message: this.#turns.get(id)!.message },
      'en',
    )
    const sent = () => this.api.sent(user).slice(before)
    await vi.waitUntil(() => sent().length >= shown.length, patience)
    return sent()
  }

  #say(user: string, body: string): string {
    return `whatsapp/${this.api.say(user, { type: 'text', text: { body } })}`
  }

  /** Taps what says this; where nothing does, types it. */
  #tap(user: string, read: readonly Sent[], label: string): string {
    for (const sent of read) {
      const found = tappedIn(sent.message.interactive).find(
        ({ title, description }) => folded(description ?? title) === folded(label),
      )
      if (found !== undefined) return `whatsapp/${this.api.tap(user, sent, found.title)}`
    }
    return this.#say(user, label)
  }
}

function onWhatsApp(desk: DeskDefinition, api: string): DeskDefinition {
  const settings: ChannelSettings = {
    ...credentials,
    name: 'whatsapp',
    kind: 'whatsapp',
    template: null,
    api,
  }
  return { ...desk, publicUrl: 'https://desk.example.edu', channels: [...desk.channels, settings] }
}

/** All that stands in messages, choices included. */
function wordsOf(read: readonly Sent[]): string {
  return read
    .flatMap(({ message }) => {
      const { name = '', address = '' } = (message['location'] ?? {}) as Record<string, string>
      const choices = tappedIn(message.interactive).map(
        ({ title, description }) => description ?? title,
      )
      return [textIn(message), name, address, ...choices]
    })
    .filter((line) => line !== '')
    .join('\n')
}

function faultsOf(step: ConversationStep, said: string, file: string): readonly Fault[] {
  if (step.kind !== 'expect' && step.kind !== 'refuse') return []
  if (isSaid(said, step.text) === (step.kind === 'expect')) return []
  return [{ at: `${file}:${step.line}`, expected: `${step.kind}: ${step.text}`, said }]
}
