import { Asking } from './asking.ts'
import { Course } from './course.ts'
import { asFrontdeskError, failureObserved, FrontdeskError } from './errors.ts'
import type {
  Answers,
  Facts,
  Message,
  Observe,
  Person,
  Session,
  Stages,
  State,
  Taken,
  Turn,
} from './model/index.ts'
import { newSession, redactProof, withinLength } from './model/index.ts'
import { InTurn } from './util/in-turn.ts'
import { Stopwatch } from './util/stopwatch.ts'

/** What a desk is made of besides its thinking stages. */
export interface DeskWorld {
  readonly state: State
  readonly observe: Observe
  /** The instant, in milliseconds since 1970. */
  readonly clock: () => number
  readonly random: () => number
  readonly newId: () => string
  /** An IANA time zone; a changed desk may be elsewhere. */
  readonly timezone: () => string
}

/** How one message is to be taken. */
export interface Take {
  /** Answer as if this person had proven who they are. Only for operators: no channel may set it. */
  readonly as?: Person
  /** The address it came from, for counting failed proofs; never kept. */
  readonly from?: string
  /** Milliseconds the turn may wait for others to be kept with it; 0 where somebody waits until it is durable. */
  readonly patience?: number
  /** The delivery the turn answers, and what is to be sent for its reply: kept with it. */
  readonly answers?: (turn: Turn) => Answers
}

/** One message in, one turn out: the product on one screen. */
export class Desk {
  #stages: Stages | Promise<Stages>
  readonly #world: DeskWorld
  readonly #conversations = new InTurn()

  /** Messages that come before the stages do wait for them. */
  constructor(stages: Stages | Promise<Stages>, world: DeskWorld) {
    this.#stages = stages
    this.#world = world
    if (stages instanceof Promise) void stages.then((ready) => this.renew(ready), ignore)
  }

  /** Replaces the thinking stages between two turns: what a changed desk folder or a better model does. */
  renew(stages: Stages): void {
    this.#stages = stages
  }

  /**
   * Takes a message and gives the turn, one at a time per conversation. Never rejects for what a visitor said or a
   * source did: such a turn has an `error`, and the visitor one courteous sentence. A message that was answered before
   * is not answered twice: it gets the same turn. Rejects with `desk/not-ready` where the desk has not learned within
   * the time the platform allows.
   */
  take(given: Message, take: Take = {}): Promise<Taken> {
    const message = withinLength(given)
    return this.#conversations.run(message.conversation, () => this.#takeNow(message, take))
  }

  async #takeNow(message: Message, take: Take): Promise<Taken> {
    const stages = this.#stages instanceof Promise ? await this.#learned(message) : this.#stages
    const read = await this.#read(message, take)
    const { session, earlier, failure } = read
    if (earlier !== null) return { turn: earlier, kept: Promise.resolve(), again: true }
    const turn = await this.#turn(stages, message, read, take.from)
    const kept =
      failure === null ? this.#keep(redactProof(turn, session), take) : Promise.reject(failure)
    // A rejection reaches whoever awaits `kept`; this keeps it from ending the process when nobody does.
    kept.catch((thrown: unknown) => this.#world.observe(failureObserved(thrown)))
    return { turn, kept, again: false }
  }

  /** Keeps a turn, and observes it then: one that is lost to a conflict is taken again, and happened once. */
  async #keep(turn: Turn, { patience, answers }: Take): Promise<void> {
    await this.#world.state.commit(turn, patience, answers?.(turn))
    this.#world.observe({ kind: 'turn', turn })
  }

  /**
   * The session of the conversation, and the turn the message has already; where they cannot be read a new session, to
   * apologise in and never kept. The session is read first: a turn kept in between is a conflict then, not a second one.
   */
  async #read(message: Message, take: Take): Promise<SessionRead> {
    const fresh = newSession(message.conversation)
    try {
      const known = await this.#world.state.session(message.conversation)
      const session = known ?? fresh
      const earlier = known === null ? null : await this.#answered(message, known)
      const proven = take.as === undefined ? session : { ...session, person: take.as }
      return { session: proven, earlier, failure: null }
    } catch (thrown) {
      return { session: fresh, earlier: null, failure: asFrontdeskError(thrown) }
    }
  }

  /** The turn that answered this message; an apology answered nothing, and the message deserves another try. */
  async #answered({ id, conversation }: Message, session: Session): Promise<Turn | null> {
    const earlier = await this.#world.state.answerTo(conversation, id)
    if (earlier === null || earlier.error !== null) return null
    return earlier.session.version === session.version ? { ...earlier, session } : earlier
  }

  /** The stages, once the desk has learned. */
  async #learned(message: Message): Promise<Stages> {
    const remaining = this.#remaining(message)
    if (remaining === undefined) return this.#stages
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(stillLearning()), Math.max(0, remaining))
    })
    return Promise.race([this.#stages, late]).finally(() => clearTimeout(timer))
  }

  async #turn(
    stages: Stages,
    message: Message,
    { session: before, failure: unread }: SessionRead,
    from: string | undefined,
  ): Promise<Turn> {
    const remaining = this.#remaining(message)
    const asking = new Asking({ ask: stages.ask, from, remaining, watch: new Stopwatch() })
    const course = new Course(stages, { message, before, facts: this.#facts(before), asking })
    try {
      if (unread !== null) throw unread
      await course.answer()
    } catch (thrown) {
      const failure = asFrontdeskError(thrown)
      // One that could not be read is told of as one that is not kept.
      if (unread === null) this.#world.observe(failureObserved(failure))
      await course.apologise(failure)
    }
    return course.turn(this.#world.newId())
  }

  /** Milliseconds left until the platform must have its answer; what the message waited for its turn counts. */
  #remaining(message: Message): number | undefined {
    if (message.withinMilliseconds === undefined) return undefined
    return message.withinMilliseconds - Math.max(0, this.#world.clock() - Date.parse(message.at))
  }

  #facts(session: Session): Facts {
    return {
      now: new Date(this.#world.clock()).toISOString(),
      timezone: this.#world.timezone(),
      random: this.#world.random(),
      person: session.person ?? null,
      found: {},
    }
  }
}

/** The session a turn begins with, the turn the message has already, and why they could not be read. */
interface SessionRead {
  readonly session: Session
  readonly earlier: Turn | null
  readonly failure: FrontdeskError | null
}

function stillLearning(): FrontdeskError {
  return new FrontdeskError('desk/not-ready', 'The desk has just started and is still learning.')
}

/** Whoever takes a message is told; here nothing is to be done. */
function ignore(): void {}
