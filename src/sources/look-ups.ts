import { asFrontdeskError, type ErrorCode } from '../errors.ts'
import type { Result } from '../model/index.ts'
import type { Dialect } from './sql/dialect.ts'
import { manyInOne, resultsOfMany } from './sql/many-in-one.ts'
import type { Statement } from './sql/statement.ts'
import type { StopSignal } from '../model/index.ts'
import { type LookUp, lookUpsByText, type Waiting, whileWaited } from './waiting.ts'

/** Runs one statement on a server. */
type Run = (statement: Statement, signal: StopSignal) => Promise<Result>

/** Rows a look-up gives at the most. */
const mostRows = 50

/** Milliseconds within which a text is answered that may go with others. */
const quick = 100

/** Milliseconds those that went together are waited for: far more, or a busy server would be asked everything twice. */
const usualPatience = 1_000

/** How many go in one statement: few sizes, because a server prepares each by itself, and any number is two or three. */
const sizes = [32, 24, 16, 12, 8, 6, 4, 3, 2, 1] as const

/** Texts known at the same time. */
const mostTexts = 1_000

/** Failures that say nothing about whether look-ups can go together. */
const passing: ReadonlySet<ErrorCode> = new Set(['source/unreachable', 'source/busy'])

/** A text that was quick by itself. */
interface KnownText {
  readonly columns: Result['columns']
  /** The text of so many of it. */
  readonly together: Map<number, string>
}

/**
 * Asks a server once for what many want to know at the same moment: look-ups of the same text go in one statement, and
 * those with the same values too are one. Only a text that was quick by itself goes with others, and whatever goes wrong
 * or slowly is asked again one by one: nobody has to do with anybody else's query.
 */
export class LookUps {
  readonly #dialect: Dialect
  readonly #run: Run
  readonly #patience: number
  /** Null for a text that does not give the same columns together. */
  readonly #texts = new Map<string, KnownText | null>()
  #waiting: Waiting[] = []

  /** @param patience milliseconds until those that went together are asked one by one */
  constructor(dialect: Dialect, run: Run, patience = usualPatience) {
    this.#dialect = dialect
    this.#run = run
    this.#patience = patience
  }

  /** Runs a statement, with others where it may. */
  run(statement: Statement, signal: StopSignal): Promise<Result> {
    if (statement.kind === 'sql' || statement.limit > mostRows) return this.#run(statement, signal)
    const known = this.#texts.get(statement.text)
    if (known === null) return this.#run(statement, signal)
    if (known === undefined) return this.#meet(statement, signal)
    return new Promise((resolve, reject) => {
      // Whatever else is asked in this tick goes along.
      if (this.#waiting.length === 0) setImmediate(() => this.#askAll())
      this.#waiting.push({ statement, signal, resolve, reject })
    })
  }

  /** Runs a statement of an unknown text; one that is quick is known from then on. */
  async #meet(statement: Statement, signal: StopSignal): Promise<Result> {
    const started = performance.now()
    const result = await this.#run(statement, signal)
    if (performance.now() - started > quick) return result
    if (this.#texts.size >= mostTexts) this.#texts.clear()
    this.#texts.set(statement.text, { columns: result.columns, together: new Map() })
    return result
  }

  #askAll(): void {
    for (const lookUps of lookUpsByText(this.#waiting.splice(0))) {
      for (const size of sizes)
        while (lookUps.length >= size) void this.#ask(lookUps.splice(0, size))
    }
  }

  async #ask(lookUps: readonly LookUp[]): Promise<void> {
    const waiting = lookUps.flatMap((lookUp) => lookUp.waiting)
    const { text } = waiting[0]!.statement
    const known = this.#texts.get(text)
    if (waiting.length === 1 || !known) return waiting.forEach((one) => this.#askAlone(one))
    const { stop, tidy } = whileWaited(waiting, this.#patience)
    try {
      const results = await this.#together(lookUps, known, stop)
      lookUps.forEach((lookUp, i) => lookUp.waiting.forEach((one) => one.resolve(results[i]!)))
    } catch (thrown) {
      const isPassing = stop.aborted || passing.has(asFrontdeskError(thrown).code)
      if (isPassing) this.#texts.delete(text)
      else this.#texts.set(text, null)
      for (const one of waiting) if (!one.signal.aborted) this.#askAlone(one)
    } finally {
      tidy()
    }
  }

  #askAlone({ statement, signal, resolve, reject }: Waiting): void {
    this.#run(statement, signal).then(resolve, reject)
  }

  /** The result of each look-up, all of one text. Rejects where they do not give the columns together that they do alone. */
  async #together(
    lookUps: readonly LookUp[],
    { columns, together }: KnownText,
    signal: StopSignal,
  ): Promise<readonly Result[]> {
    const { statement } = lookUps[0]!
    const many = lookUps.length
    if (many === 1) return [await this.#run(statement, signal)]
    const text = together.get(many) ?? manyInOne(statement, many, this.#dialect)
    together.set(many, text)
    const parameters = lookUps.flatMap((one) => one.statement.parameters)
    const limit = many * (statement.limit + 1)
    const all = { ...statement, text, parameters, limit, origins: [] }
    const answer = await this.#run(all, signal)
    const results = resultsOfMany(answer, columns, { many, limit: statement.limit })
    if (results === null) throw new Error('The columns are not the same.')
    return results
  }
}
