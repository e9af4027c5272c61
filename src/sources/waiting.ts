import type { Result } from '../model/index.ts'
import { groupBy } from '../util/group-by.ts'
import type { Statement } from './sql/statement.ts'
import { Stop } from '../util/stop.ts'
import type { StopSignal } from '../model/index.ts'

/** Somebody who waits for what a statement gives. */
export interface Waiting {
  readonly statement: Statement
  /** Aborts when they no longer wait. */
  readonly signal: StopSignal
  readonly resolve: (result: Result) => void
  readonly reject: (thrown: unknown) => void
}

/** One statement, and all who wait for what it gives. */
export interface LookUp {
  readonly statement: Statement
  readonly waiting: readonly Waiting[]
}

/** What is waited for: the same text with the same values is one look-up, and those of one text stand together. */
export function lookUpsByText(waiting: readonly Waiting[]): readonly LookUp[][] {
  const texts = [...groupBy(waiting, ({ statement }) => statement.text).values()]
  return texts.map((alike) => {
    const same = groupBy(alike, ({ statement }) => JSON.stringify(statement.parameters))
    return Array.from(same.values(), (all) => ({ statement: all[0]!.statement, waiting: all }))
  })
}

/**
 * A signal that aborts after so many milliseconds, or when nobody waits any more; whoever leaves is told at once.
 * Call `tidy` when the work is done.
 */
export function whileWaited(
  waiting: readonly Waiting[],
  milliseconds: number,
): { readonly stop: Stop; readonly tidy: () => void } {
  const stop = new Stop()
  const there = new Set(waiting)
  const leaving = waiting.map((one) => () => {
    there.delete(one)
    one.reject(one.signal.reason)
    if (there.size === 0) stop.abort(one.signal.reason)
  })
  waiting.forEach((one, i) => {
    if (one.signal.aborted) leaving[i]!()
    else one.signal.addEventListener('abort', leaving[i]!)
  })
  const timer = setTimeout(
    () => stop.abort(new Error(`not within ${milliseconds} ms`)),
    milliseconds,
  )
  const tidy = () => {
    clearTimeout(timer)
    waiting.forEach((one, i) => one.signal.removeEventListener('abort', leaving[i]!))
  }
  return { stop, tidy }
}
