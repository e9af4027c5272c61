import type { Asking } from './asking.ts'
import { FrontdeskError } from './errors.ts'
import type {
  Decision,
  Facts,
  Message,
  Move,
  Reply,
  Sentence,
  Session,
  Stages,
  Turn,
  TurnError,
  TurnPart,
  Understanding,
} from './model/index.ts'
import { choicesIn, together, withoutIdentity } from './model/index.ts'

/** What a message goes through the stages with. */
export interface CourseGiven {
  readonly message: Message
  /** The session it begins with. */
  readonly before: Session
  readonly facts: Facts
  readonly asking: Asking
}

/** Look-ups the dialogue may ask for in one turn before it counts as going in circles. */
const mostLookUps = 3

/** One message on its way through the stages. What it has come to so far is told where the rest fails. */
export class Course {
  readonly #stages: Stages
  readonly #given: CourseGiven
  readonly #parts: TurnPart[] = []
  readonly #replies: Reply[] = []
  #understanding: Understanding
  /** What was decided last; at first the session it began with. */
  #decision: Decision
  #error: TurnError | null = null

  constructor(stages: Stages, given: CourseGiven) {
    this.#stages = stages
    this.#given = given
    this.#understanding = nothingUnderstood(given.message)
    this.#decision = { move: failing('failed'), session: given.before }
  }

  /** Understands the message; decides, asks and speaks for each question in it. Rejects with what went wrong. */
  async answer(): Promise<void> {
    const { message, before, facts, asking } = this.#given
    const understanding = await this.#stages.understand(message, before, facts)
    this.#understanding = understanding
    for (const part of understanding.parts ?? [{ text: message.text, understanding }]) {
      asking.watch.enter('decide')
      // What goes wrong from here on is not the fault of the part before.
      this.#decision = { move: failing('failed'), session: this.#decision.session }
      this.#decision = await this.#decide(part)
      const { move, session } = this.#decision
      // Whoever has just proven who they are is answered in the same turn.
      const after = knownBy(this.#decision, facts)
      const results = await asking.answer(this.#stages.bind, move, after)
      this.#decision = { move, session: this.#stages.recall(move, results, session) }
      this.#parts.push({ ...part, move })
      asking.watch.enter('speak')
      this.#replies.push(await this.#stages.speak(move, results, this.#decision.session, after))
    }
  }

  /** Ends with one courteous sentence for whatever went wrong: the answer's own if it has one. */
  async apologise(failure: FrontdeskError): Promise<void> {
    const { facts, asking } = this.#given
    this.#error = { code: failure.code, message: failure.message, hint: failure.hint }
    asking.watch.enter('speak')
    const { move, session } = this.#decision
    const about = move.kind === 'answer' ? move.intent : undefined
    const sorry = failing(failure.entry.visitor, about)
    this.#replies.push(await this.#stages.speak(sorry, {}, session, facts))
  }

  /** The turn it came to. */
  turn(id: string): Turn {
    const { message, before, asking } = this.#given
    const { move, session } = this.#decision
    const reply = together(this.#replies, this.#parts)
    return {
      id,
      message,
      understanding: this.#understanding,
      move,
      queries: asking.asked,
      reply: asksNoMore(reply, before),
      session: { ...afterReply(session, reply), version: before.version + 1 },
      timings: asking.watch.timings(),
      error: this.#error,
      ...(this.#understanding.parts === undefined ? {} : { parts: this.#parts }),
    }
  }

  /** Decides; while the dialogue must know something first, looks it up and decides again. */
  async #decide({ text, understanding }: Omit<TurnPart, 'move'>): Promise<Decision> {
    const { message, facts, asking } = this.#given
    const said = text === message.text ? message : { ...message, text }
    const { session } = this.#decision
    let known = knownBy(this.#decision, facts)
    for (let lookUps = 0; lookUps <= mostLookUps; lookUps++) {
      const decision = this.#stages.decide(said, session, understanding, known)
      if (decision.move.kind !== 'look-up')
        return message.anonymous ? withoutIdentity(decision) : decision
      if (lookUps === mostLookUps) break
      const found = await asking.all(decision.move.queries)
      asking.watch.enter('decide')
      known = { ...known, found: { ...known.found, ...found } }
    }
    throw new FrontdeskError(
      'desk/too-many-look-ups',
      `The turn asked for more than ${mostLookUps} look-ups.`,
    )
  }
}

/** The facts for whoever the session has proven to be by now. */
function knownBy({ session }: Decision, facts: Facts): Facts {
  const person = session.person ?? null
  return facts.person === person ? facts : { ...facts, person }
}

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
