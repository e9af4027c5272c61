/**
 * What Frontdesk itself remembers: sessions, turns, and the desk's secret. Everything here stands behind the `State`
 * of the model; only `open.ts` imports this room. A new state is one file that passes `stateContract`.
 *
 * @module
 */
export * from './examine.ts'
export * from './forget-daily.ts'
export * from './memory.ts'
export * from './secret.ts'
export { sqliteState } from './sqlite.ts'
