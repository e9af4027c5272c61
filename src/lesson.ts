import { join, resolve } from 'node:path'
import { intentsOf } from './mind.ts'
import {
  encodeAll,
  examine,
  type Examination,
  hasEncoder,
  Learning,
  learnWhole,
  openEnglish,
  type Model,
} from './nlu/index.ts'
import { definitionOf } from './folder.ts'

/** What was learned of a desk. */
export interface Trained {
  readonly intents: number
  readonly phrases: number
  /** What the sentence encoder counts for beside the words: 0 when it does not help, null when it is not there. */
  readonly encoderWeight: number | null
  readonly milliseconds: number
}

/**
 * Learns the phrases of a desk with everything there is, and keeps what was learned in `<desk>/.frontdesk`, where the
 * desk finds it when it opens. Rejects with a `FrontdeskError` when the folder has mistakes.
 *
 * @param progress called with the share, 0 to 1, of the phrases that are encoded
 */
export async function trainDesk(
  folder: string,
  progress: (done: number) => void,
): Promise<Trained> {
  const start = performance.now()
  const definition = await definitionOf(folder)
  const { strictness } = definition
  const intents = intentsOf(definition)
  const place = join(resolve(folder), '.frontdesk')
  const model = hasEncoder()
    ? await learnWhole(place, intents, { strictness }, { progress })
    : (await Learning.open(place, intents, { strictness })).model
  return {
    intents: intents.length,
    phrases: intents.reduce((sum, { phrases }) => sum + phrases.length, 0),
    encoderWeight: weightIn(model),
    milliseconds: performance.now() - start,
  }
}

function weightIn({ sense }: Model): number | null {
  return hasEncoder() ? (sense?.mixture.weight ?? 0) : null
}

/**
 * How well a desk's phrases tell its intents apart, each phrase held back in turn, and which stand in the way. Rejects
 * with a `FrontdeskError` when the folder has mistakes.
 */
export async function examineDesk(folder: string): Promise<Examination> {
  const { intents, strictness } = await definitionOf(folder)
  const texts = intents.flatMap(({ phrases }) => phrases.map(({ text }) => text))
  const vectors = hasEncoder() ? await encodeAll(texts) : null
  const vectorOf = vectors && ((text: string) => vectors.get(text) ?? null)
  return examine(intents, { strictness }, { vectorOf, english: await openEnglish() })
}
