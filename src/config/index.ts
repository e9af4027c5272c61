/**
 * A desk folder becomes checked values; what is wrong with it is said with its line and what was meant. `files` reads
 * what was written and knows the place of everything, `schemas` says what may be written, `definitions` makes of it what
 * was meant; `read-desk.ts` leads through the three. This room reads files and nothing else: what it needs of others
 * (`parseTemplate`, the tables of a source) is handed to it. Only `open.ts`, `rehearse.ts` and `cli/` import it.
 *
 * To add something an owner may write: give it a member with a description in `schemas/`, read it in `definitions/`,
 * describe it in docs/reference/desk-files.md, and run `npm run schemas`.
 *
 * @module
 */
export { addPhrase } from './add-phrase.ts'
export { checkSources, type TablesOf } from './check-sources.ts'
export type { Conversation, ConversationStep } from './conversation.ts'
export { readConversations } from './conversation.ts'
export type { Environment } from './files/environment.ts'
export { withEnvFile } from './files/environment.ts'
export type { Places } from './files/names.ts'
export { formatProblem, problemCodes, type Problem, type ProblemCode } from './files/problem.ts'
export { invalidDesk, readDesk, type DeskFiles, type DeskWorld } from './read-desk.ts'
export type { ParseTemplate } from './reading.ts'
export { scaffold } from './scaffold.ts'
export { watchDesk, type StopWatching } from './watch.ts'
