import { FrontdeskError } from '../errors.ts'
import { Deadlines } from '../util/deadlines.ts'
import { Stop } from '../util/stop.ts'
import type { StopSignal } from '../model/index.ts'

/** How long work may take, and for whom. */
export interface Deadline {
  readonly source: string
  /** Seconds. */
  readonly seconds: number
  /** Aborts when nobody waits for the work any more. */
  readonly signal: StopSignal
}

const deadlines = new Deadlines()

/**
 * Resolves or rejects as `work` does, but no later than its time limit or the abort of `signal`: then it rejects at
 * once with `source/too-slow` or `source/stopped`, and the signal given to `work` aborts so that it stops what it does.
 */
export function withinTime<T>(
  { source, seconds, signal }: Deadline,
  work: (signal: StopSignal) => Promise<T>,
): Promise<T> {
  if (signal.aborted) return Promise.reject(stopped(source))
  return new Promise<T>((resolve, reject) => {
    const stop = new Stop()
    const end = (error: FrontdeskError) => {
      reject(error)
      stop.abort(error)
    }
    const nobodyWaits = () => end(stopped(source))
    const late = deadlines.signal(seconds * 1000)
    const timeIsOver = () => end(tooSlow(source, seconds))
    late.addEventListener('abort', timeIsOver)
    signal.addEventListener('abort', nobodyWaits)
    const settle = <Outcome>(how: (outcome: Outcome) => void, outcome: Outcome): void => {
      late.removeEventListener('abort', timeIsOver)
      signal.removeEventListener('abort', nobodyWaits)
      how(outcome)
    }
    work(stop).then(
      (done) => settle(resolve, done),
      (thrown: unknown) => settle(reject, thrown),
    )
  })
}

function stopped(source: string): FrontdeskError {
  return new FrontdeskError(
    'source/stopped',
    `The query to ${source} was stopped: nobody waits for it.`,
  )
}

function tooSlow(source: string, seconds: number): FrontdeskError {
  return new FrontdeskError(
    'source/too-slow',
    `The query to ${source} took longer than ${seconds} s.`,
  )
}
