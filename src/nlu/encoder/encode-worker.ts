import { parentPort } from 'node:worker_threads'
import type { Encoded, ToEncode } from './encoder-thread.ts'
import { openEncoder } from './open-encoder.ts'

const encode = await openEncoder()

parentPort?.on('message', ({ id, texts }: ToEncode) => {
  const answer: Encoded = { id, vectors: texts.map((text) => encode?.(text) ?? null) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer)
})
