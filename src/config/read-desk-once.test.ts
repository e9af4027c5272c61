import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseSql, parseTemplate, smallest, temporaryDesk } from '../../test/temporary-desk.ts'
import { templateProblem } from '../fulfilment/index.ts'
import type { DeskDefinition } from '../model/index.ts'
import { packageRoot } from '../util/package-root.ts'
import { readDesk } from './read-desk.ts'
import { readDeskOnce } from './read-desk-once.ts'

const hours = {
  'intents/hours.yaml': 'intent: hours\nphrases: [when do you open]\nanswer: At nine.\n',
}

/** Reads a desk that is sound, keeping what was read in `.frontdesk`. */
async function readOnce(folder: string, env = {}): Promise<DeskDefinition> {
  const read = await readDeskOnce(folder, { env, parseTemplate, parseSql }, keptIn(folder))
  if (read.kind === 'problems') throw new Error(read.problems.map(String).join('\n'))
  return read.desk
}

function keptIn(folder: string): string {
  return join(folder, '.frontdesk')
}

/** The file that is kept of a desk. */
function keptFile(folder: string): string {
  const [file = '', ...more] = readdirSync(keptIn(folder))
  expect(more).toEqual([])
  return join(keptIn(folder), file)
}

const shipped = ['examples', 'templates'].flatMap((parent) =>
  readdirSync(new URL(parent, packageRoot)).map((name) => `${parent}/${name}`),
)

test.for(shipped)('%s is the same when what was kept of it is taken', async (path) => {
  const folder = temporaryDesk({})
  cpSync(new URL(path, packageRoot), folder, {
    recursive: true,
    filter: (source) => !source.endsWith('.frontdesk'),
  })
  const world = { env: {}, parseTemplate: templateProblem, parseSql }
  const fresh = await readDesk(folder, world)
  if (fresh.kind === 'problems') throw new Error('it has mistakes')
  const first = await readDeskOnce(folder, world, keptIn(folder))
  const { mtimeMs } = statSync(keptFile(folder))
  const second = await readDeskOnce(folder, world, keptIn(folder))
  expect(first).toMatchObject({ kind: 'desk' })
  expect(second).toStrictEqual({ kind: 'desk', desk: fresh.desk })
  expect(Object.keys(second)).toEqual(['kind', 'desk'])
  expect(statSync(keptFile(folder)).mtimeMs).toBe(mtimeMs)
})

test('what was kept is taken without the other files being parsed', async () => {
  const folder = temporaryDesk(hours)
  await readOnce(folder)
  const templates: string[] = []
  const note = (text: string) => {
    templates.push(text)
    return null
  }
  await readDeskOnce(folder, { env: {}, parseTemplate: note, parseSql }, keptIn(folder))
  expect(templates).not.toContain('At nine.')
})

test('a file that changed is read anew, and what was kept before goes', async () => {
  const folder = temporaryDesk(hours)
  await readOnce(folder)
  const before = keptFile(folder)
  writeFileSync(
    join(folder, 'intents/hours.yaml'),
    hours['intents/hours.yaml'].replace('nine', 'ten'),
  )
  expect(JSON.stringify((await readOnce(folder)).intents)).toContain('At ten.')
  expect(keptFile(folder)).not.toBe(before)
})

test('a mistake made since is told as it always is', async () => {
  const folder = temporaryDesk(hours)
  await readOnce(folder)
  writeFileSync(join(folder, 'desk.yaml'), `${smallest}colour: green\ntimezone: Mars/Base\n`)
  const world = { env: {}, parseTemplate, parseSql }
  const once = await readDeskOnce(folder, world, keptIn(folder))
  expect(once.kind).toBe('problems')
  expect(once).toEqual(await readDesk(folder, world))
})

const withToken = {
  'desk.yaml': `${smallest}sources: { shop: { url: "\${SHOP_URL}" } }\n`,
  ...hours,
}

test('a value of the environment is not kept, and today’s is in the desk', async () => {
  const folder = temporaryDesk({ ...withToken, '.env': 'OTHER=unguessable\n' })
  await readOnce(folder, { SHOP_URL: 'mysql://me:correct-horse@db/shop' })
  const content = readFileSync(keptFile(folder)).toString('latin1')
  expect(content).toContain('At nine.')
  expect(content).not.toMatch(/correct-horse|unguessable/)
  const later = await readOnce(folder, { SHOP_URL: 'postgres://me:battery-staple@db/shop' })
  expect(later.sources).toMatchObject([
    { kind: 'postgres', url: 'postgres://me:battery-staple@db/shop' },
  ])
})

test('a variable that is missing now is told with its line', async () => {
  const folder = temporaryDesk(withToken)
  await readOnce(folder, { SHOP_URL: 'mysql://db/shop' })
  const once = await readDeskOnce(folder, { env: {}, parseTemplate, parseSql }, keptIn(folder))
  expect(once).toMatchObject({ kind: 'problems', problems: [{ file: 'desk.yaml', line: 5 }] })
})

test('nothing is kept where answers read what the environment says', async () => {
  const folder = temporaryDesk({
    'desk.yaml': `${smallest}languages: ["\${LANGUAGE}"]\n`,
    ...hours,
  })
  const [english, hindi] = [{ LANGUAGE: 'en' }, { LANGUAGE: 'hi' }]
  expect((await readOnce(folder, english)).intents[0]?.phrases[0]?.language).toBe('en')
  expect((await readOnce(folder, hindi)).intents[0]?.phrases[0]?.language).toBe('hi')
  expect(existsSync(keptIn(folder))).toBe(false)
})

test('a picture that is gone is missed', async () => {
  const folder = temporaryDesk({
    'desk.yaml': `${smallest}brand: { media: media }\n`,
    'media/map.png': '',
    'intents/map.yaml':
      'intent: map\nphrases: [the map]\nanswer:\n  reply:\n    - image: { url: /media/map.png, alt: A map }\n',
  })
  await readOnce(folder)
  rmSync(join(folder, 'media/map.png'))
  const once = await readDeskOnce(folder, { env: {}, parseTemplate, parseSql }, keptIn(folder))
  expect(once).toMatchObject({ kind: 'problems', problems: [{ file: 'intents/map.yaml' }] })
})

test('a broken or foreign file is not believed', async () => {
  const folder = temporaryDesk(hours)
  const desk = await readOnce(folder)
  const file = keptFile(folder)
  const whole = readFileSync(file)
  for (const content of [Buffer.alloc(0), whole.subarray(0, 200), Buffer.from('somebody else')]) {
    writeFileSync(file, content)
    expect(await readOnce(folder)).toStrictEqual(desk)
    expect(readFileSync(file)).toEqual(whole)
  }
  const other = temporaryDesk({})
  await readOnce(other)
  renameSync(keptFile(other), file)
  expect(await readOnce(folder)).toStrictEqual(desk)
})

test('a folder that cannot be written costs only the time to read', async () => {
  const folder = temporaryDesk(hours)
  const elsewhere = mkdtempSync(join(tmpdir(), 'kept-'))
  onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }))
  mkdirSync(join(elsewhere, 'below'))
  writeFileSync(join(elsewhere, 'a-file'), 'not a folder')
  const at = join(elsewhere, 'a-file', 'below')
  expect((await readDeskOnce(folder, { env: {}, parseTemplate, parseSql }, at)).kind).toBe('desk')
})
