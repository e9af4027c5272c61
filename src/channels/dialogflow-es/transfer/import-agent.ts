import { basename } from 'node:path'
import { builtInEntities } from '../../../model/index.ts'
import type { Note } from './agent.ts'
import { readAgentFiles } from './folder.ts'
import { readAgent } from './read-agent.ts'
import { reportOf } from './report.ts'
import { deskOf, keptFiles } from './to-desk/index.ts'
import type { DeskFile, Figures } from './to-desk/index.ts'
import { withoutSecrets } from './without-secrets.ts'

/** A desk made from an agent, not yet written. */
export interface ImportedAgent {
  readonly name: string
  readonly files: readonly DeskFile[]
  readonly figures: Figures
  readonly notes: readonly Note[]
}

/** The file that tells what became of the agent. */
export const reportFile = 'import-report.md'

/**
 * A desk from the export of a Dialogflow ES agent: a zip, or the folder it was unpacked to. Writes nothing. Rejects
 * with `transfer/not-there`, `transfer/not-an-archive`, `transfer/too-large` and `transfer/no-agent`.
 */
export async function importAgent(path: string): Promise<ImportedAgent> {
  const opened = await readAgentFiles(path)
  const read = readAgent(opened.files, basename(path).replace(/\.zip$/i, ''))
  const desk = deskOf(read.agent, builtInEntities)
  const notes = [...opened.notes, ...read.notes, ...desk.notes]
  const report = reportOf(read.agent, desk.figures, notes)
  return {
    name: read.agent.name,
    files: [
      ...desk.files,
      { path: reportFile, content: report },
      ...keptFiles(read.files.map(withoutSecrets)),
    ],
    figures: desk.figures,
    notes,
  }
}
