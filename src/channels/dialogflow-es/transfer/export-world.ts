import type { Note } from './agent.ts'
import type { Imported } from './imported.ts'
import type { AgentWorld } from './to-agent/index.ts'

/** What parts of a desk are exported with. */
export interface ExportWorld extends AgentWorld {
  readonly imported: Imported
  readonly notes: Note[]
}
