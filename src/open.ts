import { randomBytes, randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { type StopWatching, watchDesk } from './config/index.ts'
import { Desk } from './desk.ts'
import { Doors } from './doors.ts'
import { asFrontdeskError, failureObserved, FrontdeskError } from './errors.ts'
import { definitionOf } from './folder.ts'
import { FailedProofs, nameOf } from './identity/index.ts'
import { type Mind, speakOf, think } from './mind.ts'
import type {
  DeskDefinition,
  Observation,
  Observe,
  Person,
  SourceSettings,
  Speak,
  State,
} from './model/index.ts'
import { deskSecret, forgetDaily, memoryState, proofOf, sqliteState } from './state/index.ts'

/** How a desk is opened. */
export interface OpenOptions {
  /** Whether sessions and turns are kept in `<desk>/.frontdesk/`, or in memory only. */
  readonly keep: boolean
  /** Whether the desk runs on: a change of the folder takes effect, and what is older than it keeps is forgotten. */
  readonly watch?: boolean
  /** Whether it waits for all there is to learn, the sentence encoder's part included: its answers never change then. */
  readonly learnsAll?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The instant, in milliseconds since 1970. */
  readonly clock?: () => number
  /** 0 inclusive to 1 exclusive. */
  readonly random?: () => number
  readonly observe?: Observe
  /** Puts a source elsewhere: example databases made for a test. */
  readonly relocate?: (
    settings: SourceSettings,
    desk: Pick<DeskDefinition, 'fixture'>,
  ) => SourceSettings
  /** Changes what the files say, each time they are read: phones in the place of messengers. */
  readonly adapt?: (desk: DeskDefinition) => DeskDefinition
}

/** Time to look up one row before the conversation begins. */
const askMilliseconds = 10_000

/** Opens a desk folder that can answer at once. Rejects with a `FrontdeskError` when the folder has mistakes. */
export async function openDesk(folder: string, options: OpenOptions): Promise<OpenedDesk> {
  const opened = await startDesk(folder, options)
  try {
    await opened.learned
    return opened
  } catch (thrown) {
    await opened.close()
    throw thrown
  }
}

/**
 * Opens the doors of a desk folder as soon as its files are read: pages are there, and messages wait until `learned`
 * resolves. Rejects with a `FrontdeskError` when the folder has mistakes.
 */
export async function startDesk(folder: string, options: OpenOptions): Promise<OpenedDesk> {
  const world = {
    folder: resolve(folder),
    env: options.env ?? process.env,
    clock: options.clock ?? Date.now,
    random: options.random ?? Math.random,
    relocate: options.relocate ?? ((settings: SourceSettings) => settings),
    adapt: options.adapt ?? ((desk: DeskDefinition) => desk),
    observe: options.observe ?? (() => {}),
    failedProofs: new FailedProofs(options.clock ?? Date.now),
    watch: options.watch === true,
    learnsAll: options.learnsAll === true,
  }
  const stateFolder = join(world.folder, '.frontdesk')
  const definition = await define(world, options.keep ? stateFolder : null)
  const secret = options.keep ? deskSecret(stateFolder) : randomBytes(32)
  const state = options.keep ? await sqliteState(stateFolder) : memoryState()
  const opened = new OpenedDesk(world, { state, secret, definition })
  try {
    await opened.doors.renew()
  } catch (thrown) {
    await opened.close()
    throw thrown
  }
  if (options.watch === true) {
    opened.watch()
    opened.forget()
  }
  return opened
}

/** What stays the same while a desk's files change. */
interface World {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: () => number
  readonly random: () => number
  readonly relocate: NonNullable<OpenOptions['relocate']>
  readonly adapt: NonNullable<OpenOptions['adapt']>
  readonly observe: Observe
  readonly failedProofs: FailedProofs
  readonly watch: boolean
  readonly learnsAll: boolean
}

/** What an opened desk begins with. */
interface Parts {
  readonly state: State
  readonly secret: Uint8Array
  readonly definition: DeskDefinition
}

/** A desk that runs. Close it: it holds connections, threads and a file. */
export class OpenedDesk {
  readonly desk: Desk
  /** The ways in: what a server needs. */
  readonly doors: Doors
  readonly state: State
  readonly clock: () => number
  /** What the desk answers to a nonce, to prove that it is itself. */
  readonly prove: (nonce: string) => string
  /** Resolves when messages are answered; rejects when that will not be, because of the desk's intents or its data. */
  readonly learned: Promise<void>
  readonly #world: World
  readonly #sourceStates = new Map<string, string>()
  #definition: DeskDefinition
  #mind: Promise<Mind>
  #speak: Speak
  #isReady = false
  #stopWatching: StopWatching | null = null
  #stopForgetting: (() => void) | null = null
  #reloading = Promise.resolve()
  #nextReload: Promise<void> | null = null

  constructor(world: World, parts: Parts) {
    const { clock, random } = world
    const observe: Observe = (observation) => this.observe(observation)
    const shared = { clock, observe, newId: randomUUID }
    this.#world = world
    this.#definition = parts.definition
    this.#speak = speakOf(parts.definition)
    this.#mind = think(parts.definition, world)
    this.learned = this.#learn()
    // A rejection reaches whoever awaits it; this keeps it from ending the process when nobody does.
    this.learned.catch(() => {})
    this.state = parts.state
    this.clock = clock
    this.prove = (nonce) => proofOf(parts.secret, nonce)
    const timezone = () => this.#definition.timezone
    const stages = this.#mind.then((mind) => mind.stages)
    this.desk = new Desk(stages, { ...shared, state: parts.state, random, timezone })
    this.doors = new Doors({
      ...shared,
      random,
      desk: this.desk,
      post: parts.state,
      secret: parts.secret,
      turns: (filter) => parts.state.turns(filter),
      definition: () => this.#definition,
      speak: () => this.#speak,
    })
  }

  /** What the files say, as of the last time they were right. */
  get definition(): DeskDefinition {
    return this.#definition
  }

  /** What is observed reaches whoever opened the desk, and its channels. */
  observe(observation: Observation): void {
    if (observation.kind === 'source') this.#sourceStates.set(observation.source, observation.state)
    this.#world.observe(observation)
    this.doors.observe(observation)
  }

  /** The desk answers once it has learned; a source that is down costs its own answers only, and is named. */
  async ready(): Promise<{ ok: boolean; sources: Record<string, string> }> {
    const names = this.#definition.sources.map(({ name }) => name)
    const states = names.map((name) => [name, this.#sourceStates.get(name) ?? 'up'] as const)
    return { ok: this.#isReady, sources: Object.fromEntries(states) }
  }

  /**
   * A person with what their row calls them, as one is who has said their proofs. Rejects with a `FrontdeskError`;
   * `identity/unknown-person` where no row is theirs.
   */
  async named(person: Person): Promise<Person> {
    const identity = this.#definition.identities.find(({ name }) => name === person.identity)
    if (identity === undefined) throw unknownPerson(person)
    const { stages } = await this.#mind
    const asked = await stages.ask(nameOf(person, identity), AbortSignal.timeout(askMilliseconds))
    const [row] = asked.result.rows
    if (row === undefined) throw unknownPerson(person)
    const [name = null] = row
    return identity.nameColumn === null || name === null
      ? person
      : { ...person, name: String(name) }
  }

  /** Follows the folder: what is saved takes effect within a second. */
  watch(): void {
    this.#stopWatching ??= watchDesk(this.#world.folder, () => void this.reload())
  }

  /** Forgets, daily from now on, what is older than the desk keeps. */
  forget(): void {
    const { clock, observe } = this.#world
    this.#stopForgetting ??= forgetDaily({
      state: this.state,
      days: () => this.#definition.retentionDays,
      clock,
      forgot: (turns) => observe({ kind: 'forgot', turns }),
      failed: (thrown) => observe(failureObserved(thrown, 'What is too old')),
    })
  }

  /**
   * Reads the folder again: whole, or not at all when it has mistakes. Never rejects. One at a time, so that what was
   * saved last wins; many calls meanwhile are one.
   */
  reload(): Promise<void> {
    this.#nextReload ??= this.#reloading.then(() => {
      this.#nextReload = null
      this.#reloading = this.#readAgain()
      return this.#reloading
    })
    return this.#nextReload
  }

  async close(): Promise<void> {
    this.#stopWatching?.()
    this.#stopForgetting?.()
    await (this.#nextReload ?? this.#reloading)
    await this.#mind.then(
      (mind) => mind.close(),
      () => {},
    )
    await this.state.close()
  }

  async #readAgain(): Promise<void> {
    const start = performance.now()
    try {
      const definition = await define(this.#world)
      const mind = await think(definition, this.#world)
      const old = await this.#mind
      await this.#become(definition, mind)
      await old.close()
      this.#observe('reloaded', start, [])
    } catch (thrown) {
      const { message, cause } = asFrontdeskError(thrown)
      const problems = cause instanceof Error ? cause.message.split('\n') : [message]
      this.#observe('kept', start, problems)
    }
  }

  /** Puts everything new in the place of the old, or nothing. */
  async #become(definition: DeskDefinition, mind: Mind): Promise<void> {
    const [oldDefinition, oldSpeak] = [this.#definition, this.#speak]
    this.#definition = definition
    this.#speak = mind.stages.speak
    try {
      await this.doors.renew()
    } catch (thrown) {
      this.#definition = oldDefinition
      this.#speak = oldSpeak
      await mind.close()
      throw thrown
    }
    this.#mind = Promise.resolve(mind)
    this.desk.renew(mind.stages)
  }

  async #learn(): Promise<void> {
    const start = performance.now()
    await this.#mind
    this.#isReady = true
    this.#observe('opened', start, [])
  }

  #observe(
    state: 'opened' | 'reloaded' | 'kept',
    start: number,
    problems: readonly string[],
  ): void {
    const milliseconds = performance.now() - start
    this.#world.observe({ kind: 'desk', state, milliseconds, problems })
  }
}

function unknownPerson({ identity, key }: Person): FrontdeskError {
  return new FrontdeskError('identity/unknown-person', `There is no ${identity} "${key}".`)
}

/** Reads the desk's files, or takes from `keptIn` what was read of them before. */
async function define(world: World, keptIn: string | null = null): Promise<DeskDefinition> {
  const definition = await definitionOf(world.folder, world.env, keptIn)
  const sources = definition.sources.map((one) => world.relocate(one, definition))
  return world.adapt({ ...definition, sources })
}
