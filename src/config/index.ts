/**
 * A desk folder becomes checked values; what is wrong with it is said with its line and what was meant. `files` reads
 * what was written and knows the place of everything, `schemas` says what may be written, `definitions` makes of it what
 * was meant; `read-desk.ts` leads through the three, and `read-desk-once.ts` keeps what came of it for the next start. This room reads files and nothing else: what it needs of others
 * (`parseTemplate`, `parseSql`, the tables of a source) is handed to it. Only `folder.ts`, `open.ts`, `rehearse.ts` and `cli/` import it.
 *
 * To add something an owner may write: give it a member with a description in `schemas/`, read it in `definitions/`,
 * describe it in docs/reference/desk-files.md, and run `npm run schemas`.
 *
 * @module
 */
export { addPhrase } from './add-phrase.ts'
export {
  type PlannedFile,
  planFiles,
  type SourceEntry,
  sourcesIn,
  type TableFile,
  writeFiles,
} from './connect-files.ts'
export { checkSources } from './check-sources.ts'
export { type Conversation, type ConversationStep, readConversations } from './conversation.ts'
export { problemCodes, type Problem } from './files/problem.ts'
export { invalidDesk } from './invalid-desk.ts'
export { readDesk } from './read-desk.ts'
export { readDeskOnce } from './read-desk-once.ts'
export { scaffold } from './scaffold.ts'
export { watchDesk, type StopWatching } from './watch.ts'
