import { createRequire } from 'node:module'

/** @typedef {import('./sets.mjs').Row} Row */

/**
 * What NLP.js (`node-nlp`) makes of a set with its defaults: the share of sentences with an intent that it is right on,
 * of the others the share it calls "None", and the seconds it learned for. Null where it is not installed.
 *
 * @param {readonly Row[]} train
 * @param {readonly Row[]} test
 */
export async function byNlpJs(train, test) {
  const NlpManager = load()
  if (NlpManager === null) return null
  const manager = new NlpManager({ languages: ['en'], nlu: { log: false }, autoSave: false })
  for (const { text, intent } of train) if (intent !== null) manager.addDocument('en', text, intent)
  const start = performance.now()
  await manager.train()
  const trainSeconds = (performance.now() - start) / 1000
  const counts = { inside: 0, right: 0, outside: 0, refused: 0 }
  for (const { text, intent } of test) {
    const { intent: predicted } = await manager.process('en', text)
    if (intent === null) {
      counts.outside++
      counts.refused += Number(predicted === 'None')
    } else {
      counts.inside++
      counts.right += Number(predicted === intent)
    }
  }
  return {
    accuracy: counts.right / Math.max(1, counts.inside),
    outOfScopeRecall: counts.outside === 0 ? null : counts.refused / counts.outside,
    trainSeconds,
  }
}

/**
 * The slice of NLP.js that is used.
 *
 * @typedef {object} Manager
 * @property {(language: string, text: string, intent: string) => void} addDocument
 * @property {() => Promise<void>} train
 * @property {(language: string, text: string) => Promise<{ intent: string }>} process
 */
/** @returns {(new (settings: object) => Manager) | null} */
function load() {
  try {
    const { NlpManager } = /** @type {{ NlpManager: new (settings: object) => Manager }} */ (
      createRequire(import.meta.url)('node-nlp')
    )
    return NlpManager
  } catch {
    return null
  }
}
