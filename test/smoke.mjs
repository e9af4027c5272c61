/**
 * Does the program start and answer on this Node? Runs with `node --test` on any supported version
 * and needs nothing that only tests have.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

test('the program tells its commands', async () => {
  const { code, output } = await frontdesk('--help')
  assert.equal(code, 0)
  assert.match(output, /\bserve\b[^]*\bask\b[^]*\bcheck\b/)
})

test('wrong usage is told in a sentence, and no words at all get the help', async () => {
  assert.equal((await frontdesk('sing')).code, 2)
  assert.equal((await frontdesk('ask', '--loudly', 'x', 'y')).code, 2)
  const { code, output } = await frontdesk()
  assert.deepEqual([code, output.startsWith('Usage: frontdesk')], [0, true])
})

test('the college desk answers from its database', async () => {
  const question = 'who is the HOD of computer science?'
  const { code, output } = await frontdesk('ask', 'examples/college', question, '--json')
  assert.equal(code, 0)
  const turn = /** @type {Turn} */ (JSON.parse(output))
  assert.ok(
    turn.queries.some((query) => query.rowCount > 0),
    'a query brought rows',
  )
  assert.ok(
    turn.reply.blocks.some((block) => block.plain.length > 0),
    'the reply has words',
  )
})

/** @typedef {{ queries: { rowCount: number }[], reply: { blocks: { plain: string }[] } }} Turn */

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>} what it printed on standard output
 */
function frontdesk(...args) {
  const child = spawn(process.execPath, ['bin/frontdesk.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
