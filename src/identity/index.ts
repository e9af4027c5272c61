/**
 * Who is asking, and the guard under every query. `open.ts` puts `guard` between every stage and every source, and
 * hands `prove` to the dialogue; `FailedProofs` counts over all conversations; nobody else may import this room. A rule added here is tested in
 * `test/security/guard.test.ts` against every shape of query.
 *
 * @module
 */
export { guard, type Guarded } from './guard.ts'
export type { ColumnsOf } from './hidden.ts'
export { FailedProofs } from './failed-proofs.ts'
export { KnownColumns } from './known-columns.ts'
export { nameOf } from './name-of.ts'
export { prove } from './prove.ts'
