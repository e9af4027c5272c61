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

/** Writes turns in transactions: those that arrive while one is being written share the next. */
export class GroupCommit {
  readonly #write: (turns: readonly KeptTurn[]) => Promise<readonly boolean[]>
  #waiting: Waiting[] = []
  #writing: Promise<void> | null = null

  /** @param write one transaction; tells of each turn whether it was kept or its session had moved on */
  constructor(write: (turns: readonly KeptTurn[]) => Promise<readonly boolean[]>) {
    this.#write = write
  }

  /** Resolves when the turn is durable. Rejects with `state/conflict` or `state/unwritable`. */
  add(kept: KeptTurn): Promise<void> {
    if (this.#waiting.length >= mostWaiting)
      return Promise.reject(
        new FrontdeskError('state/unwritable', `The disk is ${mostWaiting} turns behind.`),
      )
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kept, resolve, reject })
      this.#writing ??= this.#writeAll()
    })
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.#writing !== null) await this.#writing
  }

  async #writeAll(): Promise<void> {
    // Those that come in the same tick go along.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) await this.#writeGroup(this.#waiting.splice(0, mostTogether))
    this.#writing = null
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
