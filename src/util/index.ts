/**
 * Leaves that know nothing about chat. Every room may import from here; this room imports nothing. What only
 * one room needs stands there; a leaf comes here with its second user.
 *
 * @module
 */
export * from './closest.ts'
export * from './deadlines.ts'
export * from './edit-distance.ts'
export * from './group-by.ts'
export * from './harmless.ts'
export * from './in-turn.ts'
export * from './json.ts'
export * from './number-words.ts'
export * from './own.ts'
export * from './stop.ts'
export * from './stopwatch.ts'
export * from './ways-to-match.ts'
export * from './words.ts'
