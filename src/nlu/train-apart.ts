import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { workerUrl } from '../util/package-root.ts'
import type { Taught } from './examples.ts'
import type { Model } from './model.ts'
import { refuseNothing } from './train.ts'
import type { TrainOptions } from './train.ts'

/**
 * Trains as `train` does, in a thread of its own, so that conversations go on meanwhile. Rejects with
 * `nlu/no-intents` when there is no phrase at all.
 */
export async function trainApart(
  intents: readonly Taught[],
  options: TrainOptions,
): Promise<Model> {
  refuseNothing(intents)
  const taught = intents.map(({ name, phrases, slots }) => ({ name, phrases, slots }))
  const worker = new Worker(workerUrl('nlu/train-worker'), {
    workerData: { intents: taught, options },
  })
  try {
    const [model] = (await once(worker, 'message')) as [Model]
    return model
  } finally {
    await worker.terminate()
  }
}
