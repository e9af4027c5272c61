/**
 * Session + Understanding + Facts → Move, in two steps: `hear` tells what the visitor wants with a message in the light
 * of the conversation, a `Wish`; `grant` does as much of it as can be done now. Both fill `slots`. What every desk
 * understands by itself is in `everyday`. Pure functions over values; only `mind.ts` may import this room. A new rule
 * of hearing is a function in the list of `hear/hear.ts`; its place there is its rank.
 *
 * @module
 */
export { decide } from './decide.ts'
export { withEveryday } from './everyday/everyday.ts'
export { asSaid } from './hear/picked.ts'
