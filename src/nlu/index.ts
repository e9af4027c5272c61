/**
 * Text to intents and entities. `train` learns a desk's phrases, `understand` makes the stage that uses what was
 * learned, `evaluate` measures it. Values of lists and columns come through a function that is passed in, so this
 * room knows no catalog and no database.
 *
 * @module
 */
export { deskWords } from './desk-words.ts'
export { encodeAll, hasEncoder } from './encoder/index.ts'
export { evaluate, usualStrictness } from './evaluate.ts'
export type { EvaluateOptions, Evaluation, LabelledText } from './evaluate.ts'
export { examine, fewPhrases } from './examine.ts'
export type { Confusion, Examination } from './examine.ts'
export type { Taught } from './examples.ts'
export { learnWhole } from './learn-once.ts'
export { Learning } from './learning.ts'
export type { Knowledge } from './learning.ts'
export type { IntentMeasures, Measures, Prediction } from './measure.ts'
export { classify } from './model.ts'
export type { Classified, Model } from './model.ts'
export { train } from './train.ts'
export type { TrainOptions } from './train.ts'
export { understand } from './understand.ts'
export type { UnderstandingParts } from './understand.ts'
