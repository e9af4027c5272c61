/**
 * Session + Understanding + Facts → Move. What a message is in the light of the conversation (`hear`), what an intent
 * still needs (`pursue`), and how the two meet (`decide`): pure functions over values, one idea to a file. Only
 * `open.ts` may import this room. A new rule of hearing is a function in the list of `hear.ts`; its place there is its
 * rank.
 *
 * @module
 */
export { decide } from './decide.ts'
export type { Definitions, Topic } from './definitions.ts'
export { withEveryday } from './everyday.ts'
export { asSaid } from './picking.ts'
