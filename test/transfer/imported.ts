import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { importAgent } from '../../src/channels/index.ts'
import { readDesk } from '../../src/config/index.ts'
import { FailedProofs } from '../../src/identity/index.ts'
import { templateProblem } from '../../src/fulfilment/index.ts'
import { think } from '../../src/mind.ts'
import { newSession } from '../../src/model/index.ts'
import { problemsIn } from '../../src/folder.ts'
import { sqlParameters as parseSql } from '../../src/sources/index.ts'

/** Makes a desk of an agent; everything that is wrong with it. */
export async function importInto(agent: string, folder: string) {
  const { files } = await importAgent(agent)
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return problemsIn(folder, { offline: true })
}

const now = '2026-11-23T04:30:00.000Z'

/** What a desk understands, asked directly: the intent of a text while these contexts live. */
export async function openMind(folder: string) {
  const files = await readDesk(folder, { env: {}, parseTemplate: templateProblem, parseSql })
  if (files.kind === 'problems') throw new Error(files.problems[0]?.message)
  const { desk } = files
  const mind = await think(desk, {
    folder,
    clock: () => Date.parse(now),
    observe: () => {},
    failedProofs: new FailedProofs(Date.now),
  })
  const facts = { now, timezone: desk.timezone, random: 0, person: null, found: {} }
  return {
    intents: desk.intents,
    close: mind.close,
    async intentOf(text: string, within: readonly string[]) {
      const contexts = within.map((name) => ({ name, lifespan: 1, parameters: {} }))
      const message = { id: 'm', conversation: 'c', channel: 'test', text, at: now }
      const session = { ...newSession('c'), contexts }
      return (await mind.stages.understand(message, session, facts)).intent
    },
  }
}
