/**
 * Text to intents and entities. `learnOnce` learns a desk's phrases, `understand` makes the stage that uses what was
 * learned, `evaluate` measures it. Values of lists and columns come through a function that is passed in, so this
 * room knows no catalog and no database. Only `mind.ts` and `cli/evaluate.ts` import it. Another built-in entity is a
 * file in `entities/`.
 *
 * @module
 */
export { deskWords } from './desk-words.ts'
export { encodeAll, hasEncoder, openEnglish } from './encoder/index.ts'
export { evaluate, type Evaluation, type LabelledText, usualStrictness } from './evaluate.ts'
export { type Confusion, type Examination, examine, fewPhrases } from './examine.ts'
export { learnWhole } from './learn-once.ts'
export { Learning } from './learning.ts'
export type { Model } from './model.ts'
export { questionsApart } from './questions-apart.ts'
export { understand } from './understand.ts'
