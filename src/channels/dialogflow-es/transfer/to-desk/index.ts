/**
 * A Dialogflow agent as a desk: names, entities, slots, phrases, and what is said. Pure: an `Agent` in, the text of a
 * desk's files out. Only `transfer/` imports it.
 *
 * @module
 */
export { deskOf, keptFiles } from './desk.ts'
export { linksOf } from './links.ts'
export type { Links } from './links.ts'
export { isEmpty } from './messages.ts'
export type { DeskFile, DraftDesk, Figures } from './desk.ts'
