/** A desk follows its folder whole or not at all, and answers meanwhile. */
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Observation, plain } from '../../src/model/index.ts'
import { type OpenedDesk, openDesk } from '../../src/open.ts'
import { makeSmallDesk } from '../small-desk.ts'

const small = makeSmallDesk()
const hoursWritten = small.read('intents/hours.yaml')
const observed: Observation[] = []
let opened: OpenedDesk

beforeAll(async () => {
  opened = await openDesk(small.folder, {
    keep: false,
    observe: (observation) => observed.push(observation),
  })
})
afterAll(async () => {
  await opened.close()
  small.remove()
})

async function ask(text: string): Promise<string> {
  const at = new Date().toISOString()
  const message = { id: randomUUID(), conversation: randomUUID(), channel: 'web', text, at }
  const { turn } = await opened.desk.take(message)
  expect(turn.error).toBeNull()
  return turn.reply.blocks.map(plain).join('\n')
}

/** The intent of the small desk, with another reply. */
function hours(reply: string): string {
  return hoursWritten.replace(/reply: .*/, `reply: "${reply}"`)
}

function lastDesk() {
  return observed.findLast((one) => one.kind === 'desk')
}

const question = 'when is the office open on Monday'

test('many saves in a row end with what was saved last, however long each takes to learn', async () => {
  const reloads = [1, 2, 3, 4, 5].map((i) => {
    small.write('intents/hours.yaml', hours(`edition ${i}`))
    return opened.reload()
  })
  await Promise.all(reloads)
  expect(await ask(question)).toContain('edition 5')
  small.write('intents/hours.yaml', hours('edition 6'))
  const first = opened.reload()
  small.write('intents/hours.yaml', hours('edition 7'))
  await Promise.all([first, opened.reload()])
  expect(await ask(question)).toContain('edition 7')
})

test('whoever asks while the desk changes is answered, by the old desk or by the new', async () => {
  small.write('intents/hours.yaml', hours('edition 8'))
  const reload = opened.reload()
  const asked = await Promise.all(Array.from({ length: 50 }, () => ask(question)))
  await reload
  const said = new Set([...asked, await ask(question)])
  expect([...said].every((one) => /edition [78]/.test(one))).toBe(true)
  expect(await ask(question)).toContain('edition 8')
})

const broken = [
  ['a file that is not YAML', 'intents/hours.yaml', 'intent: [', /intents\/hours\.yaml:\d/],
  ['a greeting that fails when it is said', 'desk.yaml', 'greeting', /./],
  ['a bomb of aliases', 'entities/day.yaml', bomb(), /entities\/day\.yaml:1.*alias/i],
] as const

function bomb(): string {
  const level = (i: number) =>
    `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`
  const levels = Array.from({ length: 9 }, (_, i) => level(i + 1))
  return `a0: &a0 [lol, lol]\n${levels.join('\n')}\nentity: day\nvalues: *a9\n`
}

test.each(broken)(
  '%s changes nothing, and the operator is told where',
  async (_what, file, text, told) => {
    const before = small.read(file)
    const failing = `${before}\ngreeting: "{% for i in (1..2000000000) %}a{% endfor %}"\n`
    small.write(file, text === 'greeting' ? failing : text)
    await opened.reload()
    expect(lastDesk()).toMatchObject({ state: 'kept' })
    expect(lastDesk()?.problems.join('\n')).toMatch(told)
    expect(await ask(question)).toContain('edition 8')
    small.write(file, before)
    await opened.reload()
    expect(lastDesk()).toMatchObject({ state: 'reloaded' })
  },
)

test('a desk whose folder goes away answers on, and follows it when it is back', async () => {
  const [desk, away] = [join(small.folder, 'desk.yaml'), join(small.folder, 'away')]
  renameSync(desk, away)
  await opened.reload()
  expect(lastDesk()).toMatchObject({ state: 'kept' })
  expect(await ask(question)).toContain('edition 8')
  renameSync(away, desk)
  rmSync(join(small.folder, 'intents/dues.yaml'))
  await opened.reload()
  expect(opened.definition.intents.map(({ name }) => name)).not.toContain('dues')
})
