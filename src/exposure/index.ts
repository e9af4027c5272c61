/**
 * How the world reaches a desk: ways to it (one file each, behind the `Exposure` of the model), an address that heals
 * itself, and the platforms that are told about it. Loaded when a desk has an exposure; only the command line imports
 * this room. To add a way: a file here, its line in `open-exposure.ts`, its settings in `src/model/desk-definition.ts`
 * and `src/config/definitions/to-exposure.ts`, and its section in docs/reference/exposure.md.
 *
 * @module
 */
export * from './available.ts'
export * from './examine.ts'
export * from './healing-address.ts'
export * from './look.ts'
export * from './open-exposure.ts'
export * from './reach.ts'
export * from './record.ts'
