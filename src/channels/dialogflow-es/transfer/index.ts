/**
 * The way in and out for a Dialogflow ES agent's export, which Google documents nowhere: what is here was found in the
 * agents people have published. `folder` and `archive` open it, `read-*` read it into one shape whatever its year,
 * `to-desk/` makes a desk of it; `export-agent` makes an agent of a desk, with `to-agent/`, and `pack` a zip. Only `channels/index.ts` imports from here.
 *
 * @module
 */
export { exportAgent } from './export-agent.ts'
export type { ExportedAgent } from './export-agent.ts'
export type { ReadDefinition } from './imported.ts'
export { importAgent, reportFile } from './import-agent.ts'
export type { ImportedAgent } from './import-agent.ts'
export type { Note } from './agent.ts'
export { pack } from './pack.ts'
