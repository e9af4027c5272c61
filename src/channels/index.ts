/**
 * The ways in and out. Each stands behind the `Channel` of the model, knows its platform and nothing else, and is
 * given what it needs by `doors.ts`; only it and `cli/chat.ts` import this room. To add one: a file here (a folder past 250
 * lines, with `verify`, `parse`, `render`), its test, a line below, and its page in docs/reference.
 *
 * @module
 */
export * from './dialogflow-es/index.ts'
export * from './dialogflow-es/transfer/index.ts'
export * from './terminal.ts'
export * from './telegram/index.ts'
export * from './web/index.ts'
export * from './whatsapp/index.ts'
export * from './examine.ts'
export * from './mount.ts'
export * from './phones.ts'
