import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
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

/** What the thread is given, and what it says: how far it is, and the model in the end. */
export interface TrainWork {
  readonly intents: readonly Taught[]
  readonly options: TrainOptions
  readonly vectors: string | null
}
export type TrainNews = { readonly progress: number } | { readonly model: Model }

/**
 * Trains as `train` does, in a thread of its own, so that conversations go on meanwhile. Rejects with
 * `nlu/no-intents` when there is no phrase at all.
 */
export async function trainApart(
  intents: readonly Taught[],
  options: TrainOptions,
  { vectors, signal, progress = () => {} }: Apart = {},
): Promise<Model> {
  refuseNothing(intents)
  const taught = intents.map(({ name, phrases, slots }) => ({ name, phrases, slots }))
  const work: TrainWork = { intents: taught, options, vectors: vectors ?? null }
  const worker = new Worker(workerUrl('nlu/train-worker'), { workerData: work })
  try {
    return await modelFrom(worker, signal, progress)
  } finally {
    await worker.terminate()
  }
}

async function modelFrom(
  worker: Worker,
  signal: AbortSignal | undefined,
  progress: (done: number) => void,
): Promise<Model> {
  const [news] = (await once(worker, 'message', { signal })) as [TrainNews]
  if ('model' in news) return news.model
  progress(news.progress)
  return modelFrom(worker, signal, progress)
}
