/**
 * Who is asking, and the guard under every query. `guarded-ask.ts` puts `guard` before every source, `mind.ts` hands
 * `prove` to the dialogue, `open.ts` has `FailedProofs` count over all conversations; nobody else may import this room.
 * A rule added here is tested in `test/security/guard.test.ts` against every shape of query.
 *
 * @module
 */
export { guard } from './guard.ts'
export { FailedProofs } from './failed-proofs.ts'
export { KnownColumns } from './known-columns.ts'
export { nameOf } from './name-of.ts'
export { prove } from './prove.ts'
