import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DeskDefinition } from '../model/index.ts'
import { invalidDesk } from './invalid-desk.ts'
import { readDesk } from './read-desk.ts'
import {
  parseSql,
  parseTemplate,
  readTemporary,
  smallest,
  temporaryDesk,
} from '../../test/temporary-desk.ts'

async function deskOf(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<DeskDefinition> {
  const read = await readTemporary(files, env)
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems, null, 1))
  return read.desk
}

const sources = `${smallest}sources:
  office: { url: "\${OFFICE_URL:-mysql://localhost/office}" }
  library: { url: "mariadb://reader:\${PASSWORD}@localhost:3307/library", timeout: 1, pool: 2 }
identities:
  student:
    table: office.students
    key: roll_no
    proofs:
      - { column: roll_no, entity: text, ask: "Your roll number?" }
      - { column: date_of_birth, entity: date, ask: "Your date of birth?" }
`

test('the smallest desk has a name and says where it is; the rest has defaults', async () => {
  const desk = await deskOf({})
  expect(desk).toMatchObject({
    name: 'Test',
    languages: ['en'],
    strictness: 0.03,
    retentionDays: 90,
    fixture: null,
    channels: [{ name: 'web', kind: 'web', origins: [] }],
    sources: [],
    intents: [],
  })
})

test('a source’s kind is what its address says, and its secrets come from the environment', async () => {
  const desk = await deskOf({ 'desk.yaml': sources, '.env': 'PASSWORD=from-file\nOFFICE_URL=\n' })
  expect(desk.sources).toEqual([
    {
      name: 'office',
      kind: 'mysql',
      url: 'mysql://localhost/office',
      pool: 8,
      timeoutSeconds: 3,
    },
    {
      name: 'library',
      kind: 'mysql',
      url: 'mysql://reader:from-file@localhost:3307/library',
      pool: 2,
      timeoutSeconds: 1,
    },
  ])
})

test('the environment of the process wins over .env', async () => {
  const desk = await deskOf(
    { 'desk.yaml': sources, '.env': 'PASSWORD=from-file' },
    { PASSWORD: 'p', OFFICE_URL: 'postgres://localhost/o' },
  )
  expect(desk.sources).toMatchObject([
    { kind: 'postgres', url: 'postgres://localhost/o' },
    { url: 'mysql://reader:p@localhost:3307/library' },
  ])
})

test('an SQLite file is relative to the desk folder', async () => {
  const yaml = `${smallest}sources: { sqlite: { file: a.db }, b: { url: "sqlite:a.db" }, c: { file: a.db } }`
  const folder = temporaryDesk({ 'desk.yaml': yaml, 'a.db': '' })
  const read = await readDesk(folder, { env: {}, parseTemplate, parseSql })
  expect(read).toMatchObject({
    desk: {
      sources: ['sqlite', 'b', 'c'].map((name) => ({
        name,
        kind: 'sqlite',
        file: join(folder, 'a.db'),
      })),
    },
  })
})

test('a wording is a text, variants of it, or either per language', async () => {
  const desk = await deskOf({
    'desk.yaml': `${smallest}languages: [en, hi]\ngreeting: { en: Hello, hi: ["नमस्ते", "जी"] }\nsentences: { failed: [Sorry, Oh] }`,
  })
  expect(desk.greeting).toEqual({ en: ['Hello'], hi: ['नमस्ते', 'जी'] })
  expect(desk.sentences).toEqual({ failed: { en: ['Sorry', 'Oh'] } })
})

test('the logo is read from the media folder', async () => {
  const yaml = `${smallest}brand: { logo: media/my logo.png, media: media }`
  const desk = await deskOf({ 'desk.yaml': yaml, 'media/my logo.png': '' })
  expect(desk.brand.logo).toBe('/media/my%20logo.png')
})

test('credentials of a channel are basic authentication, headers, or both', async () => {
  const yaml = `${smallest}channels:
  first: { kind: dialogflow-es, auth: { username: agent, password: "\${P}", headers: { X-Key: "\${P}" } } }`
  const desk = await deskOf({ 'desk.yaml': yaml }, { P: 'p' })
  expect(desk.channels).toEqual([
    {
      name: 'first',
      kind: 'dialogflow-es',
      auth: { basic: { username: 'agent', password: 'p' }, headers: { 'x-key': 'p' } },
      agent: null,
    },
  ])
})

test('a Telegram bot asks by itself, unless Telegram calls the desk at its address', async () => {
  const yaml = `${smallest}publicUrl: https://desk.example.edu/
channels:
  first: { kind: telegram, token: "\${T}" }
  telegram: { token: "\${T}", updates: webhook, api: "http://localhost:8081/" }`
  const desk = await deskOf({ 'desk.yaml': yaml }, { T: '12:abc' })
  const telegram = { kind: 'telegram', token: '12:abc' }
  expect(desk.channels).toEqual([
    { name: 'first', ...telegram, updates: 'polling', api: 'https://api.telegram.org' },
    { name: 'telegram', ...telegram, updates: 'webhook', api: 'http://localhost:8081' },
  ])
  expect(desk.exposure).toEqual({ kind: 'static', url: 'https://desk.example.edu' })
})

test('an intent’s title is made from its name, and its place is remembered', async () => {
  const desk = await deskOf({
    'intents/b.yaml': '# Books\nintent: book-availability\nanswer: Yes.',
  })
  expect(desk.intents).toMatchObject([
    { title: { en: ['Book availability'] }, at: { file: 'intents/b.yaml', line: 2 } },
  ])
})

test('entities are lists, patterns or columns', async () => {
  const desk = await deskOf({
    'desk.yaml': `${smallest}sources: { library: { url: "mysql://localhost/l" } }`,
    'entities/all.yaml': `entity: department
values: { Computer Science: [CSE, comps], Civil: , 2024: 24 }
---
entity: day
values: [Monday, Friday]
typos: false
---
entity: roll-number
pattern: "RC\\\\d{4}"
upper: true
---
entity: book-title
from: library.books.title
also: [short_title]
synonyms: { Database System Concepts: [korth] }
`,
  })
  expect(desk.entities).toEqual([
    {
      kind: 'list',
      name: 'department',
      typos: true,
      values: [
        { value: '2024', synonyms: ['24'] },
        { value: 'Computer Science', synonyms: ['CSE', 'comps'] },
        { value: 'Civil', synonyms: [] },
      ],
    },
    {
      kind: 'list',
      name: 'day',
      typos: false,
      values: [
        { value: 'Monday', synonyms: [] },
        { value: 'Friday', synonyms: [] },
      ],
    },
    { kind: 'pattern', name: 'roll-number', pattern: 'RC\\d{4}', upper: true },
    {
      kind: 'column',
      name: 'book-title',
      from: { source: 'library', table: 'books', column: 'title' },
      several: false,
      also: ['short_title'],
      synonyms: [{ value: 'Database System Concepts', synonyms: ['korth'] }],
      typos: true,
      refreshSeconds: 60,
    },
  ])
})

test('a folder without desk.yaml is not a desk', async () => {
  const missing = readDesk('/nowhere/at/all', { env: {}, parseTemplate, parseSql })
  await expect(missing).rejects.toMatchObject({ code: 'config/folder-missing' })
})

test('the error of a desk with mistakes shows the first and counts the rest', async () => {
  const read = await readTemporary({ 'desk.yaml': `${smallest}nam: x\nlangs: [en]` })
  expect(invalidDesk('desk', read.problems)).toMatchObject({
    code: 'config/invalid',
    message: 'desk.yaml:5:1 `nam` does not exist here. Did you mean `name`? (and 1 more)',
  })
})
