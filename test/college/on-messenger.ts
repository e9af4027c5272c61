/** The college on a messenger, over real HTTP both ways: what a visitor types and taps, and what they read. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { appOf } from '../../src/cli/app-of.ts'
import type { Conversation, ConversationStep } from '../../src/config/index.ts'
import { fit } from '../../src/delivery/fit/fit.ts'
import type { Messenger, Turn } from '../../src/model/index.ts'
import { openDesk, type OpenedDesk } from '../../src/open.ts'
import { instantOf, isSaid } from '../../src/rehearse.ts'
import { listen, type Listening, metrics } from '../../src/server/index.ts'
import type { App, OpenApp, Shown } from './apps.ts'
import { collegeFolder, monday } from './college-desk.ts'

const patience = { timeout: 30_000, interval: 5 }

/** A desk further from its day than this has example data of another edition. */
const day = 86_400_000

/** What a conversation was not, with the line it is about. */
export type Fault = Readonly<Record<'at' | 'expected' | 'said', string>>

export class CollegeOnMessenger {
  readonly #app: App
  readonly #turns = new Map<string, Turn>()
  readonly #data: string
  readonly #clock: Clock
  #opened: OpenedDesk | null = null
  #listening: Listening | null = null
  #visitors = 919_800_000_000

  private constructor(app: App, clock: Clock, data: string) {
    this.#app = app
    this.#clock = clock
    this.#data = data
  }

  static async open(openApp: OpenApp): Promise<CollegeOnMessenger> {
    const clock = new Clock()
    const data = await mkdtemp(join(tmpdir(), 'frontdesk-college-'))
    const college = new CollegeOnMessenger(await openApp(() => clock.now), clock, data)
    await college.#start()
    return college
  }

  async close(): Promise<void> {
    await this.#listening?.close()
    await this.#opened?.doors.stop()
    await this.#opened?.close()
    await this.#app.stop()
    await rm(this.#data, { recursive: true, force: true })
  }

  /** What the platform had to refuse. */
  get mistakes(): readonly string[] {
    return this.#app.mistakes()
  }

  /** Plays a conversation as somebody who has never written before; tells what went otherwise than it is written. */
  async play(conversation: Conversation): Promise<readonly Fault[]> {
    await this.#setClock(conversation.now)
    const user = ++this.#visitors
    if (conversation.as !== null) await this.#prove(user, conversation.as)
    let read: readonly Shown[] = []
    const faults: Fault[] = []
    for (const step of conversation.steps) {
      if (step.kind === 'say') read = await this.#say(user, step.text)
      else if (step.kind === 'tap') read = await this.#tap(user, read, step.label)
      else faults.push(...faultsOf(step, read, conversation.file))
    }
    return faults
  }

  get #desk(): OpenedDesk {
    if (this.#opened === null) throw new Error('The college is not open.')
    return this.#opened
  }

  get #messenger(): Messenger {
    return this.#desk.doors.channel(this.#app.settings.name)?.channel as Messenger
  }

  async #start(): Promise<void> {
    const { settings } = this.#app
    this.#opened = await openDesk(collegeFolder, {
      keep: false,
      env: {},
      clock: () => this.#clock.now,
      random: () => 0,
      observe: (one) => {
        if (one.kind === 'turn') this.#turns.set(one.turn.message.id, one.turn)
      },
      relocate: (source) =>
        source.kind === 'sqlite'
          ? { ...source, file: join(this.#data, `${source.name}.db`) }
          : source,
      adapt: (desk) => ({
        ...desk,
        publicUrl: 'https://desk.example.edu',
        channels: [...desk.channels, settings],
      }),
    })
    await this.#opened.doors.start()
    const app = await appOf(this.#opened, metrics())
    this.#listening = await listen(app.fetch, { port: 0, host: '127.0.0.1' })
    await this.#app.begin(this.#listening.url)
  }

  async #setClock(local: string | null): Promise<void> {
    if (local === null) return
    const { now } = this.#clock
    const to = instantOf(local, this.#desk.definition.timezone)
    this.#clock.set(to)
    if (Math.abs(to - now) > day) await this.#desk.reload()
  }

  /** Whoever a conversation says they are has proven it before it begins. */
  async #prove(user: number, who: NonNullable<Conversation['as']>): Promise<void> {
    const id = this.#app.say(user, 'hello')
    await this.#answer(user, id, 0)
    const { message } = this.#turns.get(id)!
    const as = await this.#desk.named(who)
    await this.#desk.desk.take({ ...message, id: `${id}-proven` }, { as })
  }

  #say(user: number, text: string): Promise<readonly Shown[]> {
    const before = this.#app.sent(user).length
    return this.#answer(user, this.#app.say(user, text), before)
  }

  /** Taps what says this; where nothing does, types it. */
  async #tap(user: number, read: readonly Shown[], label: string): Promise<readonly Shown[]> {
    const before = this.#app.sent(user).length
    for (const shown of read) {
      const id = shown.tap(label)
      if (id !== null) return this.#answer(user, id, before)
    }
    return this.#say(user, label)
  }

  /** What was sent in answer to a message, behind so many others. */
  async #answer(user: number, id: string, before: number): Promise<readonly Shown[]> {
    // A second passes, in which a platform lets another message go to the same visitor.
    this.#clock.pass(1_000)
    await vi.waitUntil(() => this.#turns.has(id), patience)
    const { reply, message } = this.#turns.get(id)!
    const delivery = { message, to: this.#app.addressOf(user) }
    const messenger = this.#messenger
    const expected = messenger.render(fit(reply, messenger.shows), delivery, 'en').length
    const sent = () => this.#app.sent(user).slice(before)
    await vi.waitUntil(() => sent().length >= expected, patience)
    return sent()
  }
}

/** A clock that goes on by itself, from where it is set. */
class Clock {
  #from = { instant: Date.parse(monday), at: Date.now() }

  get now(): number {
    return this.#from.instant + Date.now() - this.#from.at
  }

  set(instant: number): void {
    this.#from = { instant, at: Date.now() }
  }

  pass(milliseconds: number): void {
    this.set(this.now + milliseconds)
  }
}

function faultsOf(step: ConversationStep, read: readonly Shown[], file: string): readonly Fault[] {
  if (step.kind !== 'expect' && step.kind !== 'refuse') return []
  const said = read.map(({ words }) => words).join('\n')
  if (isSaid(said, step.text) === (step.kind === 'expect')) return []
  return [{ at: `${file}:${step.line}`, expected: `${step.kind}: ${step.text}`, said }]
}
