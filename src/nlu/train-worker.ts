import { parentPort, workerData } from 'node:worker_threads'
import type { TrainNews, TrainWork } from './train-apart.ts'
import { openEnglish } from './encoder/index.ts'
import { train } from './train.ts'
import { phraseVectors } from './phrase-vectors.ts'

const { intents, options, vectors } = workerData as TrainWork
const tell = (news: TrainNews) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(news)
}

const texts = intents.flatMap(({ phrases }) => phrases.map(({ text }) => text))
const vectorOf =
  vectors === null ? null : await phraseVectors(texts, vectors, (done) => tell({ progress: done }))
tell({ model: train(intents, options, { vectorOf, english: await openEnglish() }) })
