/**
 * The nouns of the product, one per file: types and tiny pure constructors. Every room may import from here; this
 * room imports nothing but its own files. A new noun is a file here and a line below.
 *
 * @module
 */
export * from './anonymous.ts'
export * from './answer.ts'
export type * from './channel.ts'
export * from './desk-definition.ts'
export * from './entity.ts'
export type * from './facts.ts'
export type * from './intent.ts'
export * from './message.ts'
export * from './move.ts'
export type * from './observation.ts'
export type * from './person.ts'
export * from './plain.ts'
export * from './query.ts'
export * from './redact.ts'
export * from './reply.ts'
export * from './result.ts'
export * from './session.ts'
export type * from './source.ts'
export type * from './stages.ts'
export type * from './state.ts'
export type * from './table.ts'
export * from './topic-icon.ts'
export * from './turn-json.ts'
export type * from './turn.ts'
export type * from './understanding.ts'
export { understoodIntent } from './understood-intent.ts'
export type * from './value.ts'
export * from './wording.ts'
