/**
 * What a desk has done, for those who decide about it: figures out of its turns, what a platform would cost, and the page
 * that shows both. Only `cli/report.ts` imports this room.
 *
 * @module
 */
export * from './cost.ts'
export * from './figures.ts'
export * from './page.ts'
export * from './tariff.ts'
