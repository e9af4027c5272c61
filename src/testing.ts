/**
 * The contract suites we publish: run them against a source or a state of your own. They need no particular test
 * runner.
 *
 * @module
 */
export { sourceContract } from './sources/contract/contract.ts'
export type { ContractSubject, TestRunner } from './sources/contract/contract.ts'
export { type ContractCase, stateContract } from './state/contract.ts'
export { sampleTurn } from './state/sample-turn.ts'
