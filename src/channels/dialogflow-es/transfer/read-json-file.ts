import type { AgentFile } from './agent-file.ts'
import type { Note } from './agent.ts'
import { decode } from './decode.ts'

/** A JSON file, read. */
export interface JsonFile {
  readonly path: string
  readonly json: unknown
}

/** Reads a file; one that is no JSON is noted, and the import goes on without it. */
export function readJsonFile({ path, bytes }: AgentFile, notes: Note[]): JsonFile | null {
  const { text, isGuessed } = decode(bytes)
  if (isGuessed)
    notes.push({
      kind: 'changed',
      about: path,
      what: 'It is in no Unicode encoding, and was read as Windows-1252: look at its accents.',
    })
  try {
    return { path, json: JSON.parse(text) as unknown }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.replaceAll(/\s+/g, ' ').slice(0, 120) : ''
    notes.push({ kind: 'left-out', about: path, what: `The file is not JSON: ${why}` })
    return null
  }
}
