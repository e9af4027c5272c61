import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerUrl } from '../../util/package-root.ts'

/** What the thread is asked, and what it answers: vectors in the order of the texts. */
export interface ToEncode {
  readonly id: number
  readonly texts: readonly string[]
}
export interface Encoded {
  readonly id: number
  readonly vectors: readonly (Float32Array | null)[]
}

/** After so long without a text, in milliseconds, the thread is put away with its memory; the next text starts it. */
const idleMilliseconds = 30_000

interface Waiting {
  readonly resolve: (vectors: readonly (Float32Array | null)[]) => void
  readonly reject: (thrown: unknown) => void
}

/** A sentence encoder in a thread of its own, started when it is first needed. Close it. */
export class EncoderThread {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | undefined
  #asked = 0

  /** The vectors of texts, null for those in a language the encoder does not know. Rejects when the thread fails. */
  encode(texts: readonly string[]): Promise<readonly (Float32Array | null)[]> {
    this.#worker ??= this.#start()
    clearTimeout(this.#timer)
    const id = this.#asked++
    const request: ToEncode = { id, texts }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(request)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  /** Ends the thread; what was asked and not answered rejects. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(workerUrl('nlu/encoder/encode-worker'))
    worker.unref()
    worker.on('message', ({ id, vectors }: Encoded) => {
      this.#waiting.get(id)?.resolve(vectors)
      this.#waiting.delete(id)
      if (this.#waiting.size > 0) return
      this.#timer = setTimeout(() => void this.close(), idleMilliseconds)
      this.#timer.unref()
    })
    const fail = (thrown: unknown) => {
      if (this.#worker === worker) this.#worker = null
      for (const { reject } of this.#waiting.values()) reject(thrown)
      this.#waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('the sentence encoder was closed')))
    return worker
  }
}

/** Texts handed to a thread at once. */
const handful = 64

/** Encodes many texts on all cores, and calls `progress` with the share, 0 to 1, that is done. */
export async function encodeAll(
  texts: readonly string[],
  progress: (done: number) => void = () => {},
): Promise<ReadonlyMap<string, Float32Array | null>> {
  const distinct = [...new Set(texts)]
  const vectors = new Map<string, Float32Array | null>()
  let next = 0
  async function work(thread: EncoderThread): Promise<void> {
    const own = distinct.slice(next, next + handful)
    next += handful
    if (own.length === 0) return
    const encoded = await thread.encode(own)
    own.forEach((text, i) => vectors.set(text, encoded[i] ?? null))
    progress(vectors.size / distinct.length)
    await work(thread)
  }
  const count = Math.min(availableParallelism(), Math.ceil(distinct.length / handful))
  const threads = Array.from({ length: count }, () => new EncoderThread())
  try {
    await Promise.all(threads.map(work))
  } finally {
    await Promise.all(threads.map((thread) => thread.close()))
  }
  return vectors
}
