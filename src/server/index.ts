/**
 * The HTTP side of a desk: routes, headers, limits of size, errors to statuses, health, logs and metrics. Only the
 * command line imports it. To add an address of your own, write a channel.
 *
 * @module
 */
export type * from './app-parts.ts'
export * from './app.ts'
export type * from './failure.ts'
export * from './files.ts'
export * from './listen.ts'
export * from './log.ts'
export * from './metrics.ts'
export * from './page-files.ts'
