/**
 * A desk folder becomes checked values; what is wrong with it is said with its line and what was meant. This room
 * reads files and nothing else: what it needs of others (`parseTemplate`, the tables of a source) is handed to it.
 *
 * To add something an owner may write: give it a member with a description in a `*-schema.ts`, read it in the `to-*.ts`
 * beside it, describe it in docs/reference/desk-files.md, and run `npm run schemas`.
 *
 * @module
 */
export { addPhrase } from './add-phrase.ts'
export { checkSources, type TablesOf } from './check-sources.ts'
export type { Conversation, ConversationStep } from './conversation.ts'
export { readConversations } from './conversation.ts'
export type { Environment } from './environment.ts'
export { withEnvFile } from './environment.ts'
export type { Places } from './names.ts'
export { formatProblem, problemCodes, type Problem, type ProblemCode } from './problem.ts'
export { invalidDesk, readDesk, type DeskFiles, type DeskWorld } from './read-desk.ts'
export type { ParseTemplate } from './reading.ts'
export { scaffold } from './scaffold.ts'
export { watchDesk, type StopWatching } from './watch.ts'
