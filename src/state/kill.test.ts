import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { packageRoot } from '../util/package-root.ts'
import { sqliteState } from './sqlite.ts'

/** Keeps turns as fast as it can and says so after each. */
const child = `
  import { writeSync } from 'node:fs'
  import { sampleTurn } from './contract.ts'
  import { sqliteState } from './sqlite.ts'
  const state = await sqliteState(process.argv[2])
  const talk = async (name) => {
    const begun = (await state.session(name))?.version ?? 0
    for (let version = begun + 1; ; version++) {
      await state.commit(sampleTurn(name, version))
      writeSync(1, name + ' ' + version + '\\n')
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, i) => talk('c' + i)))
`

test('nothing acknowledged is lost when the process is killed', async () => {
  const script = await buildChild()
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-kill-'))
  const acknowledged = new Map<string, number>()
  for (const enough of [1, 150, 400]) {
    await runAndKill(script, folder, enough, acknowledged)
    const state = await sqliteState(folder)
    for (const [name, version] of acknowledged) {
      expect((await state.session(name))?.version).toBeGreaterThanOrEqual(version)
      const turns = await state.turns({ conversation: name, limit: 10_000 })
      expect(turns.length).toBe((await state.session(name))?.version)
    }
    await state.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Bundled below the package, because workers are found from the package's root. */
async function buildChild(): Promise<string> {
  const folder = fileURLToPath(new URL('node_modules/.cache/frontdesk/', packageRoot))
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'keep-turns.mjs')
  const resolveDir = fileURLToPath(new URL('src/state/', packageRoot))
  await build({
    stdin: { contents: child, resolveDir, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return outfile
}

async function runAndKill(
  script: string,
  folder: string,
  enough: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  const running = spawn(process.execPath, [script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = 0
  for await (const line of createInterface({ input: running.stdout })) {
    const [name = '', version = ''] = line.split(' ')
    acknowledged.set(name, Number(version))
    if (++heard === enough) running.kill('SIGKILL')
  }
}
