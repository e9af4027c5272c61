import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { workerUrl } from '../util/package-root.ts'
import type { Taught } from './examples.ts'
import type { Model } from './model.ts'
import { refuseNothing } from './train.ts'
import type { TrainOptions } from './train.ts'

/** How training goes about it. */
export interface Apart {
  /** The file that keeps the vectors of phrases; without it the encoder takes no part. */
  readonly vectors?: string
  /** Ends the training; it rejects then. */
  readonly signal?: AbortSignal
  /** Called with the share, 0 to 1, of the phrases that are encoded. */
  readonly progress?: (done: number) => void
}

/** What the process is given, and what it says: how far it is, and the model in the end. */
export interface TrainWork {
  readonly intents: readonly Taught[]
  readonly options: TrainOptions
  readonly vectors: string | null
}
export type TrainNews = { readonly progress: number } | { readonly model: Model }

/**
 * Trains as `train` does, in a process of its own: conversations go on meanwhile, and the memory it takes, several times
 * that of a desk, is given back for certain. Rejects with `nlu/no-intents` when there is no phrase at all.
 */
export async function trainApart(
  intents: readonly Taught[],
  options: TrainOptions,
  { vectors, signal, progress = () => {} }: Apart = {},
): Promise<Model> {
  refuseNothing(intents)
  signal?.throwIfAborted()
  const taught = intents.map(({ name, phrases, slots }) => ({ name, phrases, slots }))
  const work: TrainWork = { intents: taught, options, vectors: vectors ?? null }
  const url = workerUrl('nlu/train-worker')
  const child = fork(fileURLToPath(url), {
    execArgv: [],
    serialization: 'advanced',
    // What the program reads and prints is not its own.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = () => child.kill()
  signal?.addEventListener('abort', stop)
  try {
    return await modelFrom(child, work, progress)
  } catch (thrown) {
    signal?.throwIfAborted()
    throw thrown
  } finally {
    signal?.removeEventListener('abort', stop)
    child.kill()
  }
}

function modelFrom(
  child: ChildProcess,
  work: TrainWork,
  progress: (done: number) => void,
): Promise<Model> {
  return new Promise((resolve, reject) => {
    child.on('message', (news) => {
      const told = news as TrainNews
      if ('model' in told) resolve(told.model)
      else progress(told.progress)
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`learning ended without a model (${code})`)))
    child.send(work, (failed) => failed !== null && reject(failed))
  })
}
