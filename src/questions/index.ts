/**
 * Questions nobody has authored an intent for: text becomes a query over the tables a desk may tell of. Names come
 * from the schema alone and values are only ever bound. This room reads no database itself: rows, values and the guard
 * are handed to it.
 *
 * @module
 */
export { declaredJoins, type GuessedJoin, likelyJoins } from './guess.ts'
export { keyOf, namingOf, type Surveyed } from './naming.ts'
export { spelledOut } from './lexicon.ts'
export { QuestionReader, type Reading } from './read.ts'
export type { AskedColumn, AskedJoin, AskedTable, FindValues } from './schema.ts'
export { repeats, survey, type Survey, type Limits } from './survey.ts'
export { valueSynonyms } from './vocabulary/synonyms.ts'
export { stemOf, wordsOfText } from './words.ts'
export { calledBy } from './called.ts'
export { isOfPeople, looksPersonal } from './personal.ts'
