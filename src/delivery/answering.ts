import { failureObserved, FrontdeskError } from '../errors.ts'
import type {
  Answers,
  Claim,
  Delivery,
  Message,
  Messenger,
  Observe,
  Post,
  Turn,
} from '../model/index.ts'
import { backoff } from '../util/backoff.ts'
import { fit } from './fit/fit.ts'
import { Rounds } from './rounds.ts'

/** Conversations answered at the same time. */
const mostAtOnce = 32

/** Milliseconds a claim lasts unless it is renewed: how long a conversation waits for a process that died. */
const lease = 10_000

/** Milliseconds between two looks at what others may have left. */
const pause = 1_000

/** What answering is given. */
export interface AnsweringWorld {
  readonly post: Pick<Post, 'claim' | 'hold'>
  /** Takes a message; resolves when its turn is kept with what it answers. Rejects when it is not. */
  readonly answer: (message: Message, answers: (turn: Turn) => Answers) => Promise<void>
  /** The channel of this name, as the desk is declared at this moment. */
  readonly messenger: (channel: string) => Messenger | undefined
  /** Is told that there may be something to send. */
  readonly answered: () => void
  readonly observe: Observe
  readonly clock: () => number
  readonly random: () => number
}

/**
 * Answers what was accepted: many conversations at a time, each in the order it was said, under a lease. What cannot be
 * answered now stays, and its conversation is tried again later.
 */
export class Answering {
  readonly #world: AnsweringWorld
  readonly #rounds: Rounds
  readonly #open = new Set<Promise<void>>()
  /** How often a conversation was tried in vain, one time after another. */
  readonly #failures = new Map<string, number>()
  #isClosed = false

  constructor(world: AnsweringWorld) {
    this.#world = world
    this.#rounds = new Rounds(() => this.#claimMore(), pause)
  }

  /** Something was accepted. */
  wake(): void {
    this.#rounds.wake()
  }

  /** Ends; resolves when the messages under way are answered. What waits behind them is claimed by whoever comes next. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#rounds.close()
    await Promise.all(this.#open)
  }

  async #claimMore(): Promise<void> {
    const limit = mostAtOnce - this.#open.size
    if (limit === 0) return
    const now = this.#world.clock()
    try {
      const claims = await this.#world.post.claim({ now, until: now + lease, limit })
      for (const claim of claims) this.#begin(claim)
    } catch (thrown) {
      this.#world.observe(failureObserved(thrown))
    }
  }

  #begin(claim: Claim): void {
    const answering = this.#answerAll(claim).finally(() => {
      this.#open.delete(answering)
      this.wake()
    })
    this.#open.add(answering)
  }

  async #answerAll(claim: Claim): Promise<void> {
    const { clock } = this.#world
    const renewing = setInterval(() => void this.#hold(claim, clock() + lease), lease / 3)
    let until = 0
    try {
      for (const delivery of claim.deliveries)
        if (!this.#isClosed) await this.#answer(delivery, claim)
      this.#failures.delete(claim.conversation)
    } catch (thrown) {
      this.#world.observe(failureObserved(thrown))
      until = clock() + this.#patience(claim.conversation)
    } finally {
      clearInterval(renewing)
    }
    await this.#hold(claim, until)
  }

  async #answer(delivery: Delivery, claim: Claim): Promise<void> {
    const { message } = delivery
    const messenger = this.#world.messenger(message.channel)
    if (messenger === undefined)
      throw new FrontdeskError('channel/unknown', `There is no channel "${message.channel}".`)
    const { conversation, token } = claim
    const { channel, id } = message
    const answering = new AbortController()
    messenger.begin?.(delivery, answering.signal)
    try {
      await this.#world.answer(message, ({ reply, session, understanding }) => ({
        claim: { conversation, token },
        delivery: id,
        outgoing: messenger
          .render(fit(reply, messenger.shows), delivery, session.language ?? understanding.language)
          .map((bubble) => ({ channel, ...bubble })),
      }))
    } finally {
      answering.abort()
    }
    this.#world.answered()
  }

  async #hold(claim: Claim, until: number): Promise<void> {
    try {
      await this.#world.post.hold(claim, until)
    } catch (thrown) {
      // The lease ends by itself.
      this.#world.observe(failureObserved(thrown))
    }
  }

  #patience(conversation: string): number {
    const failures = this.#failures.get(conversation) ?? 0
    this.#failures.set(conversation, failures + 1)
    return backoff(failures, this.#world.random())
  }
}
