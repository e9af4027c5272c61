import { Asking } from './asking.ts'
import { asFrontdeskError, failureObserved, FrontdeskError } from './errors.ts'
import type {
  Answers,
  Decision,
  Facts,
  Message,
  Move,
  Observe,
  Person,
  Reply,
  Sentence,
  Session,
  Stages,
  State,
  Taken,
  Turn,
  TurnError,
  TurnPart,
  Understanding,
} from './model/index.ts'
import {
  choicesIn,
  newSession,
  redactProof,
  together,
  withinLength,
  withoutIdentity,
} from './model/index.ts'
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

/** Look-ups the dialogue may ask for in one turn before it counts as going in circles. */
const mostLookUps = 3

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
    const course = this.#begin(stages, message, before, from)
    const { asking, parts, replies } = course
    let error: TurnError | null = null
    try {
      if (unread !== null) throw unread
      await this.#answer(stages, course)
    } catch (thrown) {
      const failure = asFrontdeskError(thrown)
      this.#world.observe(failureObserved(failure))
      error = { code: failure.code, message: failure.message, hint: failure.hint }
      asking.watch.enter('speak')
      replies.push(await apologise(stages, failure, course))
    }
    const reply = together(replies, parts)
    const { understanding, decision } = course
    return {
      id: this.#world.newId(),
      message,
      understanding,
      move: decision.move,
      queries: asking.asked,
      reply: asksNoMore(reply, before),
      session: { ...afterReply(decision.session, reply), version: before.version + 1 },
      timings: asking.watch.timings(),
      error,
      ...(understanding.parts === undefined ? {} : { parts }),
    }
  }

  #begin(stages: Stages, message: Message, before: Session, from: string | undefined): Course {
    const remaining = this.#remaining(message)
    return {
      message,
      facts: this.#facts(before),
      asking: new Asking({ ask: stages.ask, from, remaining, watch: new Stopwatch() }),
      parts: [],
      replies: [],
      understanding: nothingUnderstood(message),
      decision: { move: failing('failed'), session: before },
    }
  }

  /** Understands the message; decides, asks and speaks for each question in it. */
  async #answer(stages: Stages, course: Course): Promise<void> {
    const { message, facts, asking, parts, replies } = course
    const understanding = await stages.understand(message, course.decision.session, facts)
    course.understanding = understanding
    for (const part of understanding.parts ?? [{ text: message.text, understanding }]) {
      asking.watch.enter('decide')
      course.decision = await this.#decide(stages, part, course)
      const { move, session } = course.decision
      // Whoever has just proven who they are is answered in the same turn.
      const after = knownBy(course.decision, facts)
      const results = await asking.answer(stages.bind, move, after)
      course.decision = { move, session: stages.recall(move, results, session) }
      parts.push({ ...part, move })
      asking.watch.enter('speak')
      replies.push(await stages.speak(move, results, course.decision.session, after))
    }
  }

  /** Decides; while the dialogue must know something first, looks it up and decides again. */
  async #decide(
    stages: Stages,
    { text, understanding }: Omit<TurnPart, 'move'>,
    { message, decision: before, facts, asking }: Course,
  ): Promise<Decision> {
    const said = text === message.text ? message : { ...message, text }
    let known = knownBy(before, facts)
    for (let lookUps = 0; lookUps <= mostLookUps; lookUps++) {
      const decision = stages.decide(said, before.session, understanding, known)
      if (decision.move.kind !== 'look-up')
        return message.anonymous ? withoutIdentity(decision) : decision
      const found = await asking.all(decision.move.queries)
      asking.watch.enter('decide')
      known = { ...known, found: { ...known.found, ...found } }
    }
    throw new FrontdeskError(
      'desk/too-many-look-ups',
      `The turn asked for more than ${mostLookUps} look-ups.`,
    )
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

/** A turn under way: what it has come to so far is told where the rest fails. */
interface Course {
  readonly message: Message
  readonly facts: Facts
  readonly asking: Asking
  readonly parts: TurnPart[]
  readonly replies: Reply[]
  understanding: Understanding
  /** What was decided last; at first the session it began with. */
  decision: Decision
}

/** The session a turn begins with, the turn the message has already, and why they could not be read. */
interface SessionRead {
  readonly session: Session
  readonly earlier: Turn | null
  readonly failure: FrontdeskError | null
}

/** The facts for whoever the session has proven to be by now. */
function knownBy({ session }: Decision, facts: Facts): Facts {
  const person = session.person ?? null
  return facts.person === person ? facts : { ...facts, person }
}

function stillLearning(): FrontdeskError {
  return new FrontdeskError('desk/not-ready', 'The desk has just started and is still learning.')
}

/** Whoever takes a message is told; here nothing is to be done. */
function ignore(): void {}

function nothingUnderstood(message: Message): Understanding {
  return {
    intent: null,
    question: null,
    confidence: 0,
    candidates: [],
    entities: [],
    language: message.language ?? 'en',
  }
}

/** The reply, which takes back what the one before asked to share. */
function asksNoMore(reply: Reply, before: Session): Reply {
  const isOver = before.isSharing === true && reply.asks === undefined
  return isOver ? { ...reply, asksNoMore: true } : reply
}

/** The session, with what the reply has put before the visitor. */
function afterReply(session: Session, reply: Reply): Session {
  const { isSharing: _, ...rest } = session
  const offered = choicesIn(reply)
  return reply.asks === undefined ? { ...rest, offered } : { ...rest, offered, isSharing: true }
}

function failing(sentence: Sentence, about?: string): Move {
  return {
    kind: 'say',
    sentence,
    values: {},
    choices: [],
    ...(about === undefined ? {} : { about }),
  }
}

/** One courteous sentence for whatever went wrong: the answer's own if it has one. */
function apologise(
  stages: Stages,
  failure: FrontdeskError,
  { decision: { move, session }, facts }: Course,
): Promise<Reply> {
  const about = move.kind === 'answer' ? move.intent : undefined
  return stages.speak(failing(failure.entry.visitor, about), {}, session, facts)
}
