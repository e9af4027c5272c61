import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { smallest, temporaryDesk } from '../test/temporary-desk.ts'
import { type Observation, plain } from './model/index.ts'
import { type OpenedDesk, startDesk } from './open.ts'

const intent = (reply: string) => `intent: parking\nphrases: [where can I park]\nanswer: ${reply}\n`

test('a desk is ready once it has learned, and not before', async () => {
  const opened = await start({ 'intents/parking.yaml': intent('Behind the gate.') })
  expect((await opened.ready()).ok).toBe(false)
  await opened.learned
  expect((await opened.ready()).ok).toBe(true)
})

test('a desk that cannot learn is never ready', async () => {
  const opened = await start({
    'desk.yaml': `${smallest}fixture: make.mjs\nsources: { office: { file: office.db } }\n`,
    'make.mjs': 'export function make() { throw new Error("out of order") }\n',
    'intents/parking.yaml': intent('Behind the gate.'),
  })
  await expect(opened.learned).rejects.toMatchObject({ code: 'fixture/failed' })
  expect((await opened.ready()).ok).toBe(false)
})

test('what is saved takes effect while visitors ask, whole or not at all', async () => {
  const events = new Events()
  const files = { 'intents/parking.yaml': intent('Behind the gate.') }
  const opened = await start(files, (observation) => events.add(observation))
  await opened.learned
  opened.watch()
  const save = (text: string) => writeFileSync(join(opened.folder, 'intents/parking.yaml'), text)
  const asking = new AbortController()
  const answers = askUntil(opened, asking.signal)

  save('intent: parking\nphrases: [where can I park]\nanser: Nowhere.\n')
  const kept = await events.next('kept')
  expect(kept.problems).toContainEqual(expect.stringMatching(/^intents\/parking\.yaml:3:1 .*anser/))
  expect(await ask(opened)).toBe('Behind the gate.')
  save(intent('In the yard.'))
  await events.next('reloaded')
  expect(await ask(opened)).toBe('In the yard.')

  asking.abort()
  for (const said of await answers) expect(['Behind the gate.', 'In the yard.']).toContain(said)
})

test('of many reloads at once the last one wins, and closing waits for it', async () => {
  const states: string[] = []
  const opened = await start({ 'intents/parking.yaml': intent('At 0.') }, (observation) => {
    if (observation.kind === 'desk') states.push(observation.state)
  })
  await opened.learned
  const reloads = [1, 2, 3].map((number) => {
    writeFileSync(join(opened.folder, 'intents/parking.yaml'), intent(`At ${number}.`))
    return opened.reload()
  })
  await Promise.all(reloads)
  expect(await ask(opened)).toBe('At 3.')
  const last = opened.reload()
  await opened.close()
  const before = states.length
  await last
  expect(states).toHaveLength(before)
})

type DeskChange = Extract<Observation, { kind: 'desk' }>

/** Waits for what a desk tells of its files. */
class Events {
  readonly #seen: DeskChange[] = []
  #told = () => {}

  add(observation: Observation): void {
    if (observation.kind !== 'desk') return
    this.#seen.push(observation)
    this.#told()
  }

  async next(state: DeskChange['state']): Promise<DeskChange> {
    for (;;) {
      const found = this.#seen.find((one) => one.state === state)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (this.#told = resolve))
    }
  }
}

/** A desk of these files that has just started; closed when the test ends. */
async function start(
  files: Readonly<Record<string, string>>,
  observe: (observation: Observation) => void = () => {},
): Promise<OpenedDesk & { readonly folder: string }> {
  const folder = temporaryDesk(files)
  const opened = await startDesk(folder, { keep: false, observe })
  onTestFinished(() => opened.close())
  return Object.assign(opened, { folder })
}

let asked = 0

async function ask(opened: OpenedDesk): Promise<string> {
  const id = `m${++asked}`
  const at = new Date().toISOString()
  const message = { id, conversation: id, channel: 'test', text: 'where can I park', at }
  const { turn } = await opened.desk.take(message)
  return turn.reply.blocks.map(plain).join('\n')
}

async function askUntil(opened: OpenedDesk, over: AbortSignal): Promise<readonly string[]> {
  const answers: string[] = []
  while (!over.aborted) {
    answers.push(await ask(opened))
    await new Promise(setImmediate)
  }
  return answers
}
