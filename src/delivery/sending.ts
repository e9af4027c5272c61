import { setTimeout as sleep } from 'node:timers/promises'
import { failureObserved, FrontdeskError } from '../errors.ts'
import type { Due, Messenger, Observe, Outcome, Post, Sent } from '../model/index.ts'
import { backoff } from '../util/backoff.ts'
import { Pacer } from './pacer.ts'
import { Rounds } from './rounds.ts'

/** Messages on their way at the same time, each to another recipient. */
const mostAtOnce = 100

/** Milliseconds a platform may take for one message, and for which nobody else sends it. */
const [patience, hold] = [20_000, 60_000]

/** Tries before a message is given up: with the pauses between them about an hour and a half. */
const mostTries = 24

/** Milliseconds after which a message that is held is looked at again, though nobody was heard. */
const heldFor = 3_600_000

/** Milliseconds between two looks at what is due by now. */
const pause = 1_000

/** An outcome, with the reason of one that is held: for the operator, once. */
type HeldOr<O> = O extends { readonly kind: 'held' } ? O & { readonly reason: string } : O

/** What sending is given. */
export interface SendingWorld {
  readonly post: Pick<Post, 'due' | 'settle'>
  /** The channel of this name, as the desk is declared at this moment. */
  readonly messenger: (channel: string) => Messenger | undefined
  readonly observe: Observe
  readonly clock: () => number
  readonly random: () => number
}

/**
 * Sends what is due, at the pace of each account and recipient, in order to each recipient. What a platform has no time
 * for is sent when it says so; what fails is tried again, later each time, and given up where everybody can see it.
 */
export class Sending {
  readonly #world: SendingWorld
  readonly #rounds: Rounds
  readonly #pacers = new Map<string, Pacer>()
  readonly #open = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  constructor(world: SendingWorld) {
    this.#world = world
    this.#rounds = new Rounds(() => this.#sendDue(), pause)
  }

  /** Something may be due. */
  wake(): void {
    this.#rounds.wake()
  }

  /** Ends; resolves when the messages under way are sent. Those that wait for their pace are due again at the next start. */
  async close(): Promise<void> {
    await this.#rounds.close()
    this.#closing.abort()
    await Promise.all(this.#open)
  }

  async #sendDue(): Promise<void> {
    const limit = mostAtOnce - this.#open.size
    if (limit === 0) return
    const now = this.#world.clock()
    try {
      const due = await this.#world.post.due({ now, until: now + hold, limit })
      for (const one of due) this.#begin(one)
    } catch (thrown) {
      this.#world.observe(failureObserved(thrown))
    }
  }

  #begin(due: Due): void {
    const sending = this.#sendAndSettle(due).finally(() => {
      this.#open.delete(sending)
      this.wake()
    })
    this.#open.add(sending)
  }

  async #sendAndSettle(due: Due): Promise<void> {
    const { channel } = due
    const outcome = await this.#send(due)
    try {
      await this.#world.post.settle(due, outcome)
    } catch (thrown) {
      // It is due again: the visitor sees it twice rather than not at all.
      this.#world.observe(failureObserved(thrown))
    }
    this.#world.observe({ kind: 'delivery', channel, outcome: outcome.kind })
    if (outcome.kind === 'failed')
      this.#world.observe(failureObserved(givenUp(due, outcome.reason)))
    // Once: it may be held for days.
    if (outcome.kind === 'held' && !due.isHeld)
      this.#world.observe(failureObserved(held(due, outcome.reason)))
  }

  async #send(due: Due): Promise<HeldOr<Outcome>> {
    const { clock } = this.#world
    const messenger = this.#world.messenger(due.channel)
    try {
      if (messenger === undefined)
        throw new FrontdeskError('channel/unknown', `There is no channel "${due.channel}".`)
      if (!(await this.#inPace(due, messenger))) return { kind: 'later', at: clock() }
      const sent = await messenger.send(due.payload, AbortSignal.timeout(patience), due)
      return this.#outcome(sent, due)
    } catch (thrown) {
      const { message } = thrown instanceof Error ? thrown : new Error(String(thrown))
      if (due.tries + 1 >= mostTries) return { kind: 'failed', reason: message }
      return { kind: 'later', at: clock() + backoff(due.tries, this.#world.random()) }
    }
  }

  /** A little later than the platform says, by chance: what it had no time for does not come back all at once. */
  #outcome(sent: Sent, { heard }: Due): HeldOr<Outcome> {
    const now = this.#world.clock()
    switch (sent.kind) {
      case 'sent':
        return sent
      case 'busy':
        return { kind: 'later', at: now + sent.seconds * (1_000 + 250 * this.#world.random()) }
      case 'held':
        return { kind: 'held', at: now + heldFor, heard, reason: sent.reason }
      case 'refused':
        return { kind: 'failed', reason: sent.reason }
      default:
        return sent satisfies never
    }
  }

  /** Waits for the message's turn; false where sending ends first. */
  async #inPace({ channel, recipient }: Due, { pace }: Messenger): Promise<boolean> {
    const pacer = this.#pacers.get(channel) ?? new Pacer(pace)
    this.#pacers.set(channel, pacer)
    const now = this.#world.clock()
    const wait = pacer.reserve(recipient, now) - now
    if (wait <= 0) return true
    const { signal } = this.#closing
    return sleep(wait, true, { signal }).catch(() => false)
  }
}

function givenUp({ channel, tries }: Due, reason: string): FrontdeskError {
  const message = `A message of ${channel} was given up after ${tries + 1} ${tries === 0 ? 'try' : 'tries'}.`
  return new FrontdeskError('delivery/given-up', message, { cause: new Error(reason) })
}

function held({ channel }: Due, reason: string): FrontdeskError {
  const message = `A message of ${channel} is held until its recipient writes again.`
  return new FrontdeskError('delivery/held', message, { cause: new Error(reason) })
}
