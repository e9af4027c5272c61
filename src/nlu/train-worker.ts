import { parentPort, workerData } from 'node:worker_threads'
import type { Taught } from './examples.ts'
import { train } from './train.ts'
import type { TrainOptions } from './train.ts'

const { intents, options } = workerData as { intents: readonly Taught[]; options: TrainOptions }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(train(intents, options))
