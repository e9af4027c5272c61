import type { AgentFile } from './agent-file.ts'
import { writeGson } from './to-agent/index.ts'

/** A file of an agent with this JSON in it. */
export function fileOf(path: string, json: unknown): readonly AgentFile[] {
  return [{ path, bytes: new TextEncoder().encode(writeGson(json)) }]
}
