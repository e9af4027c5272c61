import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Intent, Phrase } from '../../src/model/index.ts'
import { importInto, openMind } from './imported.ts'

const agents = fileURLToPath(new URL('../agents/', import.meta.url))
const desks = mkdtempSync(join(tmpdir(), 'frontdesk-agents-'))
afterAll(() => rmSync(desks, { recursive: true, force: true }))

/** The least share of an agent's own phrases that must lead back to their intents. */
const least = 0.98

for (const zip of readdirSync(agents).filter((file) => file.endsWith('.zip'))) {
  test(`${zip} is a desk without mistakes that knows the agent's own phrases`, async () => {
    const folder = join(desks, zip.replace('.zip', ''))
    expect(await importInto(join(agents, zip), folder)).toEqual([])
    const mind = await openMind(folder)
    try {
      const asked = onlyOnes(mind.intents)
      const lost: string[] = []
      for (const [intent, phrase] of asked)
        if ((await mind.intentOf(phrase.text, intent.within)) !== intent.name)
          lost.push(`${phrase.text} (${intent.name})`)
      expect(lost.slice(0, Math.max(0, lost.length - (1 - least) * asked.length))).toEqual([])
    } finally {
      await mind.close()
    }
  }, 60_000)
}

/** The phrases that one intent alone has. */
function onlyOnes(intents: readonly Intent[]): readonly (readonly [Intent, Phrase])[] {
  const all = intents.flatMap((intent) => intent.phrases.map((phrase) => [intent, phrase] as const))
  const owners = new Map<string, Set<string>>()
  for (const [{ name }, { text }] of all)
    owners.set(keyOf(text), (owners.get(keyOf(text)) ?? new Set()).add(name))
  return all.filter(([, { text }]) => owners.get(keyOf(text))?.size === 1)
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
