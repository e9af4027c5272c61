import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { beforeAll, expect, test } from 'vitest'
import { frontdesk, temporaryFolder } from './run.ts'

const place = temporaryFolder()
const [database, folder] = [join(place, 'clinic.db'), join(place, 'desk')]

beforeAll(async () => {
  write(`
    create table doctors (id integer primary key, name text, room text, mobile text);
    create table patients (id integer primary key, name text, age integer, doctor_id integer);
    insert into doctors values (1, 'Asha Menon', '12', '98001'), (2, 'Ravi Rao', '14', '98002'), (3, 'Ivy Chen', '15', '98003');
    insert into patients values (1, 'Tom Reed', 34, 1), (2, 'Ana Diaz', 61, 2), (3, 'Omar Said', 8, 1);
  `)
  const { code, err } = await frontdesk(['connect', `sqlite:${database}`, folder, '--yes'])
  expect([code, err]).toEqual([0, expect.stringContaining('looking into patients (2 of 2)')])
})

function write(sql: string): void {
  const opened = new DatabaseSync(database)
  opened.exec(sql)
  opened.close()
}

async function turnsOf(...texts: readonly string[]): Promise<readonly Turn[]> {
  const lines = texts.map((text) => JSON.stringify({ text, conversation: 'one' }))
  const { out } = await frontdesk(['ask', folder, '-', '--json'], lines.join('\n'))
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Turn)
}

interface Turn {
  readonly understanding: { readonly intent: string | null; readonly question: object | null }
  readonly queries: readonly { readonly rows: readonly (readonly unknown[])[] }[]
  readonly reply: { readonly blocks: readonly { readonly plain: string }[] }
  readonly error: object | null
}

test('a connected database passes check and the tests made for it', async () => {
  const checked = await frontdesk(['check', folder])
  expect([checked.code, checked.out]).toEqual([0, 'Nothing is wrong.\n'])
  const tested = await frontdesk(['test', folder])
  expect([tested.code, tested.out]).toEqual([0, expect.stringContaining('2 passed, 0 failed')])
})

test('its tables answer, along a key that nobody declared, and go on from the last question', async () => {
  const turns = await turnsOf(
    'how many patients does each doctor have?',
    'which patients are older than 30?',
    'only the ones below 50',
    'which doctors have no patients',
  )
  expect(turns.map(({ error }) => error)).toEqual([null, null, null, null])
  expect(turns[0]?.queries[0]?.rows).toEqual(expect.arrayContaining([['Asha Menon', 2]]))
  expect(turns[1]?.queries[0]?.rows.map(([name]) => name)).toEqual(['Tom Reed', 'Ana Diaz'])
  expect(turns[2]?.queries[0]?.rows.map(([name]) => name)).toEqual(['Tom Reed'])
  expect(turns[3]?.queries[0]?.rows.map(([name]) => name)).toEqual(['Ivy Chen'])
  expect(turns[3]?.understanding).toMatchObject({ intent: null, question: { table: 'doctors' } })
})

test('what it does not know it says', async () => {
  const [turn] = await turnsOf('who won the world cup in chess?')
  expect(turn?.understanding.question).toBe(null)
  expect(turn?.queries).toEqual([])
})

test('connecting again keeps what the owner wrote, and adds what is new', async () => {
  const file = join(folder, 'tables/clinic.doctors.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('synonyms: []', 'synonyms: [physician]'))
  appendFileSync(join(folder, 'desk.yaml'), '# ours\n')
  write('alter table doctors add column fee integer')
  const again = await frontdesk(['connect', `sqlite:${database}`, folder, '--yes'])
  expect(again.out).toContain('+ column fee')
  expect(readFileSync(file, 'utf8')).toMatch(/synonyms: \[ ?physician ?\][^]*fee: \{\}/)
  expect(readFileSync(join(folder, 'desk.yaml'), 'utf8')).toContain('# ours')
  const once = await frontdesk(['connect', `sqlite:${database}`, folder, '--yes'])
  expect(once.out).toContain('Everything is connected already.')
  const [turn] = await turnsOf('how many physicians are there?')
  expect(turn?.queries[0]?.rows).toEqual([[3]])
})

test('without a terminal and without --yes nothing is written', async () => {
  const { code, err } = await frontdesk(['connect', `sqlite:${database}`, join(place, 'other')])
  expect([code, err]).toEqual([2, expect.stringContaining('--yes')])
})

test('an address that is none, and a file that is not there, are explained', async () => {
  const none = await frontdesk(['connect', 'ftp://me:secret@host/x', folder, '--yes'])
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('sqlite:/path')])
  expect(none.err).not.toContain('secret')
  const missing = await frontdesk(['connect', `sqlite:${place}/nowhere.db`, folder, '--yes'])
  expect([missing.code, missing.err]).toEqual([
    1,
    expect.stringContaining('source/no-such-database'),
  ])
})
