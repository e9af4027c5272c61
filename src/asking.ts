import { FrontdeskError } from './errors.ts'
import type {
  Ask,
  Asked,
  Bind,
  Facts,
  Move,
  Query,
  Result,
  Results,
  StopSignal,
} from './model/index.ts'
import { Deadlines, never } from './util/deadlines.ts'
import type { Stopwatch } from './util/stopwatch.ts'

/** What the queries of a turn are asked with. */
export interface AskingWorld {
  readonly ask: Ask
  /** The address the message came from, for counting failed proofs. */
  readonly from: string | undefined
  /** Milliseconds the platform leaves; undefined where it waits as long as it takes. */
  readonly remaining: number | undefined
  readonly watch: Stopwatch
}

const deadlines = new Deadlines()

/** The queries of one turn: asks them side by side, within the time the platform leaves, and keeps what was asked. */
export class Asking {
  readonly asked: Asked[] = []
  readonly watch: Stopwatch
  readonly #world: AskingWorld
  readonly #late: StopSignal

  constructor(world: AskingWorld) {
    this.#world = world
    this.watch = world.watch
    this.#late = world.remaining === undefined ? never : deadlines.signal(world.remaining)
  }

  /** Every query of a move, each as soon as the ones it takes values from have answered. */
  async answer(bind: Bind, move: Move, facts: Facts): Promise<Results> {
    let results: Results = {}
    for (;;) {
      const ready = bind(move, facts, results)
      if (Object.keys(ready).length === 0) return results
      results = { ...results, ...(await this.all(ready)) }
    }
  }

  /** The results of these queries, by name. Rejects with `desk/too-slow` at the deadline. */
  async all(queries: Readonly<Record<string, Query>>): Promise<Results> {
    this.watch.enter('query')
    const results: Record<string, Result> = {}
    const asking = Object.entries(queries).map(async ([name, query]) => {
      const asked = await this.#world.ask(query, this.#late, this.#world.from)
      this.asked.push(asked)
      results[name] = asked.result
    })
    await this.#inTime(asking.length === 1 ? asking[0] : Promise.all(asking))
    return results
  }

  /** Rejects at the deadline even where a source does not notice that it was told to stop. */
  #inTime(work: Promise<unknown> | undefined): Promise<unknown> | undefined {
    const { remaining } = this.#world
    if (work === undefined || remaining === undefined) return work
    return new Promise((resolve, reject) => {
      const settle = (end: (outcome: unknown) => void, outcome: unknown): void => {
        this.#late.removeEventListener('abort', late)
        end(outcome)
      }
      const late = () => reject(tooSlow(remaining))
      if (this.#late.aborted) late()
      this.#late.addEventListener('abort', late)
      work.then(
        (done) => settle(resolve, done),
        (thrown: unknown) => settle(reject, thrown),
      )
    })
  }
}

function tooSlow(milliseconds: number): FrontdeskError {
  return new FrontdeskError('desk/too-slow', `The queries took longer than ${milliseconds} ms.`)
}
