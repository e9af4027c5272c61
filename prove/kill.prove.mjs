/**
 * What a visitor was answered is kept, whatever happens to the process: a desk is talked to by many at once, killed in
 * the middle without a warning and started again; then every conversation is asked for what was said in it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../test/servers/private-server.mjs'

const program = join(import.meta.dirname, '../bin/frontdesk.mjs')

/** Visitors who talk at the same time, and what each says at the most: no more than history tells. */
const visitors = 8
const mostSaid = 40

/** Messages answered in one conversation, by the names that the visitor gave them. @typedef {{ conversation: string | undefined, answered: string[] }} Talk */

/** @param {number} rounds how often the desk is killed */
export async function prove(rounds = 10) {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-prove-'))
  const desk = join(folder, 'desk')
  try {
    await once(spawn(process.execPath, [program, 'new', desk]), 'close')
    const figures = { rounds, answered: 0, lost: 0, twice: 0, disordered: 0 }
    let running = await serve(desk)
    for (let round = 0; round < rounds; round++) {
      const talks = await talkUntilKilled(running)
      running = await serve(desk)
      for (const talk of talks) {
        const kept = await history(running.url, talk)
        figures.answered += talk.answered.length
        figures.lost += talk.answered.filter((message) => !kept.includes(message)).length
        figures.twice += kept.length - new Set(kept).size
        figures.disordered += kept.filter((message, i) => message !== `m${i}`).length
      }
    }
    await kill(running)
    const wrong = figures.lost + figures.twice + figures.disordered
    return { ok: figures.answered > 0 && wrong === 0, ...figures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @typedef {{ url: string, child: import('node:child_process').ChildProcess }} Running */

/**
 * @param {string} desk
 * @returns {Promise<Running>}
 */
async function serve(desk) {
  const port = String(await freePort())
  const child = spawn(process.execPath, [program, 'serve', desk, '--quiet', '--port', port], {
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok === true) return { url, child }
    await setTimeout(100)
  }
  throw new Error('the desk does not start')
}

/** @param {Running} running */
async function kill({ child }) {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/**
 * @param {Running} running killed when about half of everything is said, at no particular moment
 * @returns {Promise<readonly Talk[]>}
 */
async function talkUntilKilled(running) {
  /** @type {readonly Talk[]} */
  const talks = Array.from({ length: visitors }, () => ({ conversation: undefined, answered: [] }))
  const enough = visitors * (1 + Math.floor(Math.random() * mostSaid))
  const said = () => talks.reduce((sum, { answered }) => sum + answered.length, 0)
  await Promise.all(
    talks.map(async (talk) => {
      for (let i = 0; i < mostSaid; i++) {
        if (said() >= enough) running.child.kill('SIGKILL')
        if (!(await say(running.url, talk, `m${i}`))) return
      }
    }),
  )
  await kill(running)
  return talks
}

/**
 * @param {string} url
 * @param {Talk} talk
 * @param {string} id
 * @returns {Promise<boolean>} whether there was an answer
 */
async function say(url, talk, id) {
  const { conversation } = talk
  try {
    const response = await fetch(`${url}/channels/web`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, id, text: 'when is the office open?' }),
    })
    const answer = /** @type {{ conversation: string }} */ (await response.json())
    if (!response.ok) return false
    talk.conversation = answer.conversation
    talk.answered.push(id)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} url
 * @param {Talk} talk
 * @returns {Promise<readonly string[]>} the names of the messages that were answered
 */
async function history(url, { conversation }) {
  if (conversation === undefined) return []
  const address = `${url}/channels/web/history?conversation=${encodeURIComponent(conversation)}`
  const { bubbles } = /** @type {{ bubbles: { who: string, message: string }[] }} */ (
    await (await fetch(address)).json()
  )
  return bubbles.filter(({ who }) => who === 'desk').map(({ message }) => message)
}
