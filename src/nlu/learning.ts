import { EncoderThread, hasEncoder } from './encoder/index.ts'
import type { Taught } from './examples.ts'
import { learnOnce, learnWhole } from './learn-once.ts'
import type { Learned } from './learn-once.ts'
import type { Model } from './model.ts'
import type { TrainOptions } from './train.ts'

/** What understanding asks of what was learned. */
export interface Knowledge {
  /** The best model so far. */
  readonly model: Model
  /** Where an encoder places a text; null where it cannot say, or not soon. Never rejects. */
  readonly encode: (text: string) => Promise<Float32Array | null>
}

/** Milliseconds a message waits for the encoder: it is understood by its words otherwise. */
const patience = 1500

/** What a desk has learned, and the threads that go with it. Close it. */
export class Learning implements Knowledge {
  readonly #encoder = new EncoderThread()
  readonly #stop = new AbortController()
  readonly #lesson: readonly [string, readonly Taught[], TrainOptions]
  #learned: Learned

  private constructor(
    lesson: readonly [string, readonly Taught[], TrainOptions],
    learned: Learned,
  ) {
    this.#lesson = lesson
    this.#learned = learned
  }

  /** Learns intents as `learnOnce` does. */
  static async open(
    folder: string,
    intents: readonly Taught[],
    options: TrainOptions,
  ): Promise<Learning> {
    return new Learning([folder, intents, options], await learnOnce(folder, intents, options))
  }

  get model(): Model {
    return this.#learned.model
  }

  readonly encode = (text: string): Promise<Float32Array | null> => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref())
    const encoded = this.#encoder.encode([text]).then(
      ([vector]) => vector ?? null,
      () => null,
    )
    return Promise.race([encoded, late])
  }

  /** Learns with the encoder, where it is there and has not had its say; from then on the model is the better one. */
  async improve(): Promise<void> {
    if (this.#learned.isWhole || !hasEncoder()) return
    const model = await learnWhole(...this.#lesson, { signal: this.#stop.signal })
    this.#learned = { model, isWhole: true }
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#encoder.close()
  }
}
