/**
 * Answers become queries (`bind`), rows become words (`speak`). This room owns the templates, the markup and the
 * sentences every desk can say; it asks no source itself. Only `mind.ts` and `open.ts` import it.
 *
 * To add a filter for templates, add it to `filters.ts`; to add a language, a file beside `sentences/en.ts`.
 *
 * @module
 */
export { bind } from './bind.ts'
export { recall } from './recall.ts'
export { speak, type Voice } from './speak.ts'
export { templateProblem } from './template.ts'
