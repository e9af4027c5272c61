/**
 * What people write to a bot is answered once and in order, whatever happens to the process: many write at once through
 * a Bot API server while the desk is killed without a warning, again and again; then the state is read.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { loadSqlite } from '../src/util/load-sqlite.ts'
import { FakeBotApi, token } from '../test/judges/telegram/fake-bot-api.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')
const visitors = 40

/** Milliseconds everything may take to be answered after the last kill. */
const patience = 120_000

/** @param {number} messages how many are written */
export async function prove(messages = 2_000) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-prove-'))
  const desk = join(folder, 'desk')
  const api = await new FakeBotApi().start()
  try {
    await once(spawn(process.execPath, [program, 'new', desk]), 'close')
    connect(desk, api.url)
    const kills = await writeWhileKilled(desk, api, messages)
    const figures = read(join(desk, '.frontdesk/state.db'), api, messages)
    const wrong = figures.lost + figures.duplicated + figures.reordered + figures.unsent
    return { ok: wrong === 0 && api.mistakes.length === 0, messages, kills, ...figures }
  } finally {
    await api.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
