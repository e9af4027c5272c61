/**
 * Leaves that know nothing about chat. Every room may import from here; this room imports nothing.
 *
 * @module
 */
export * from './closest.ts'
export * from './edit-distance.ts'
export * from './group-by.ts'
export * from './in-turn.ts'
export * from './json.ts'
export * from './number-words.ts'
export * from './own.ts'
export * from './stopwatch.ts'
export * from './words.ts'
