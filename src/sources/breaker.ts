import type { ErrorCode } from '../errors.ts'
import { FrontdeskError } from '../errors.ts'
import type { Observe, Source } from '../model/index.ts'

/** How patient a breaker is. */
export interface BreakerOptions {
  readonly observe: Observe
  /** Failures in a row before the source is left alone; 5 where it is not given. */
  readonly failures?: number
  /** Milliseconds it is left alone; 5000 where it is not given. */
  readonly rest?: number
  /** The instant, in milliseconds. */
  readonly clock?: () => number
}

/** Failures of the database itself; what is wrong with a query says nothing about its database. */
const failures: ReadonlySet<ErrorCode> = new Set([
  'source/unreachable',
  'source/busy',
  'source/too-slow',
  'source/denied',
  'source/no-such-database',
])

/**
 * A source that is left alone for a moment after it failed several times in a row, so that visitors are not kept
 * waiting for what will fail again. Then one query tries whether it is back.
 */
export function withBreaker(source: Source, options: BreakerOptions): Source {
  const breaker = new Breaker(source.name, options)
  return {
    name: source.name,
    speaks: source.speaks,
    query: (query, signal) => breaker.run(() => source.query(query, signal)),
    tables: () => breaker.run(() => source.tables()),
    close: () => source.close(),
  }
}

class Breaker {
  readonly #source: string
  readonly #observe: Observe
  readonly #mostFailures: number
  readonly #rest: number
  readonly #clock: () => number
  #failures = 0
  #state: 'up' | 'down' | 'half-open' = 'up'
  #openUntil = 0
  #reason = ''

  constructor(source: string, options: BreakerOptions) {
    this.#source = source
    this.#observe = options.observe
    this.#mostFailures = options.failures ?? 5
    this.#rest = options.rest ?? 5000
    this.#clock = options.clock ?? (() => performance.now())
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#admit()
    try {
      const result = await work()
      this.#succeed()
      return result
    } catch (error) {
      if (error instanceof FrontdeskError && failures.has(error.code)) this.#fail(error.message)
      else if (!(error instanceof FrontdeskError && error.code === 'source/stopped'))
        this.#succeed()
      else if (this.#state === 'half-open') this.#become('down', this.#reason)
      throw error
    }
  }

  #admit(): void {
    if (this.#state === 'up') return
    if (this.#state === 'down' && this.#clock() >= this.#openUntil) {
      this.#become('half-open', this.#reason)
      return
    }
    throw new FrontdeskError(
      'source/circuit-open',
      `${this.#source} is left alone for a moment, because it failed: ${this.#reason}`,
    )
  }

  #succeed(): void {
    this.#failures = 0
    if (this.#state !== 'up') this.#become('up', 'It answers again.')
  }

  #fail(reason: string): void {
    this.#failures++
    this.#reason = reason
    if (this.#state === 'up' && this.#failures < this.#mostFailures) return
    this.#openUntil = this.#clock() + this.#rest
    if (this.#state !== 'down') this.#become('down', reason)
  }

  #become(state: 'up' | 'down' | 'half-open', reason: string): void {
    this.#state = state
    this.#observe({ kind: 'source', source: this.#source, state, reason })
  }
}
