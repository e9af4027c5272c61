import { FrontdeskError } from '../errors.ts'
import type { KeptTurn } from './kept-turn.ts'

/** Turns that may wait for the disk before further ones are refused. */
const mostWaiting = 20_000

/** Turns written in one transaction at the most. */
const mostTogether = 1_000

interface Waiting {
  readonly kept: KeptTurn
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes turns in transactions: those that arrive while one is being written share the next, and so do those that may
 * wait. A transaction costs far more than a turn in it.
 */
export class GroupCommit {
  readonly #write: (turns: readonly KeptTurn[]) => Promise<readonly boolean[]>
  #waiting: Waiting[] = []
  #writing: Promise<void> | null = null
  /** The next group is written at this instant (`performance.now()`) at the latest. */
  #due = Infinity
  /** Writes the next group now, while it is waited for others to join it. */
  #hurry: (() => void) | null = null

  /** @param write one transaction; tells of each turn whether it was kept or its session had moved on */
  constructor(write: (turns: readonly KeptTurn[]) => Promise<readonly boolean[]>) {
    this.#write = write
  }

  /**
   * Resolves when the turn is durable. Rejects with `state/conflict` or `state/unwritable`.
   *
   * @param patience milliseconds it may wait for others to share its transaction
   */
  add(kept: KeptTurn, patience = 0): Promise<void> {
    if (this.#waiting.length >= mostWaiting)
      return Promise.reject(
        new FrontdeskError('state/unwritable', `The disk is ${mostWaiting} turns behind.`),
      )
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kept, resolve, reject })
      this.#due = Math.min(this.#due, performance.now() + patience)
      this.#writing ??= this.#writeAll()
      if (patience === 0 || this.#waiting.length >= mostTogether) this.#hurry?.()
    })
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#writing !== null) {
      this.#due = 0
      this.#hurry?.()
      await this.#writing
    }
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather()
      const group = this.#waiting.splice(0, mostTogether)
      this.#due = this.#waiting.length === 0 ? Infinity : 0
      await this.#writeGroup(group)
    }
    this.#writing = null
  }

  /** Resolves when the next group must not wait any longer; what comes in the same tick goes along in any case. */
  async #gather(): Promise<void> {
    const patience = this.#due - performance.now()
    if (patience > 1)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience)
        this.#hurry = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    this.#hurry = null
    await new Promise(setImmediate)
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#write(group.map((one) => one.kept))
      group.forEach((one, i) => (outcomes[i] ? one.resolve() : one.reject(conflict(one.kept))))
    } catch (thrown) {
      for (const one of group) one.reject(thrown)
    }
  }
}

function conflict(kept: KeptTurn): FrontdeskError {
  return new FrontdeskError(
    'state/conflict',
    `Turn ${kept.version} of conversation ${kept.conversation} does not follow the last one kept.`,
  )
}
