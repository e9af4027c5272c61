import { afterEach, expect, test, vi } from 'vitest'
import type { EntityDefinition, Value } from '../model/index.ts'
import { Catalog } from './catalog.ts'
import { findValues } from './find-values.ts'
import { indexValues } from './value-index.ts'

const open: Catalog[] = []
afterEach(() => open.splice(0).forEach((catalog) => catalog.close()))

const column = (name: string, rest: Partial<EntityDefinition> = {}) =>
  ({
    kind: 'column',
    name,
    from: { source: 'office', table: name, column: 'name' },
    several: false,
    also: [],
    synonyms: [],
    typos: true,
    refreshSeconds: 60,
    ...rest,
  }) as EntityDefinition

const departments: EntityDefinition = {
  kind: 'list',
  name: 'department',
  typos: true,
  values: [
    { value: 'Computer Science and Engineering', synonyms: ['CSE', 'comps', 'computer science'] },
    { value: 'Mechanical Engineering', synonyms: ['mech'] },
    { value: 'Information Technology', synonyms: ['IT'] },
  ],
}

const titles = [
  'Database System Concepts',
  'Database Management Systems',
  'Operating System Concepts',
  'Introduction to Algorithms',
  'Open Channel Flow',
  'The Library Handbook',
  'हिन्दी साहित्य का इतिहास',
  "Gray's Anatomy",
]
const faculty = ['Dr. Chitra Rao', 'Prof. Mohan Rao', 'Dr. Anita Sharma', "Dr. Sheila D'Souza"]

async function catalogOf(
  entities: readonly EntityDefinition[],
  rows: Readonly<Record<string, readonly (readonly Value[])[]>> = {},
): Promise<Catalog> {
  const catalog = new Catalog({
    entities,
    load: ({ name }) => Promise.resolve(rows[name] ?? []),
    deskWords: ['library', 'hod', 'who', 'open', 'available', 'fees', 'cabin'],
    onFailure: (entity, failure) => expect.fail(`${entity}: ${String(failure)}`),
  })
  open.push(catalog)
  await catalog.open()
  return catalog
}

const college = () =>
  catalogOf(
    [
      departments,
      column('title', {
        synonyms: [{ value: 'Database System Concepts', synonyms: ['korth'] }],
      }),
      column('faculty'),
    ],
    { title: titles.map((title) => [title]), faculty: faculty.map((name) => [name]) },
  )

/** What is found, as `words → value | alternative`. */
async function found(text: string): Promise<readonly string[]> {
  const entities = (await college()).find(text)
  for (const { start, end, text: words } of entities) expect(text.slice(start, end)).toBe(words)
  return entities.map((e) => `${e.text} → ${[e.value, ...e.alternatives].join(' | ')}`)
}

test.each([
  ['who is the HOD of computer science', 'computer science → Computer Science and Engineering'],
  [
    'hod of computer science and engineering?',
    'computer science and engineering → Computer Science and Engineering',
  ],
  ['fees of CSE', 'CSE → Computer Science and Engineering'],
  ['hod of IT', 'IT → Information Technology'],
  ['fees in mechnical enginering', 'mechnical enginering → Mechanical Engineering'],
  ['is database system concepts available', 'database system concepts → Database System Concepts'],
  [
    'do you have data base systems concepts',
    'data base systems concepts → Database System Concepts',
  ],
  ['is Korth available', 'Korth → Database System Concepts'],
  ['who teaches dbms', 'dbms → Database Management Systems'],
  ['introduction to algoritms hai kya', 'introduction to algoritms → Introduction to Algorithms'],
  ['do you have grays anatomy', "grays anatomy → Gray's Anatomy"],
  ['क्या हिन्दी साहित्य का इतिहास है', 'हिन्दी साहित्य का इतिहास → हिन्दी साहित्य का इतिहास'],
  ['where is Rao', 'Rao → Dr. Chitra Rao | Prof. Mohan Rao'],
  ['rao sir ka cabin', 'rao → Dr. Chitra Rao | Prof. Mohan Rao'],
  ['C. Rao cabin', 'C. Rao → Dr. Chitra Rao'],
  ["prof. rao's cabin", "rao's → Dr. Chitra Rao | Prof. Mohan Rao"],
  ['Rao Mohan cabin', 'Rao Mohan → Prof. Mohan Rao'],
  ["sharma ma'am number", 'sharma → Dr. Anita Sharma'],
  ['cabin of sharmaa', 'sharmaa → Dr. Anita Sharma'],
  ['dsouza cabin', "dsouza → Dr. Sheila D'Souza"],
])('in "%s" the value is found', async (text, expected) => {
  expect(await found(text)).toContain(expected)
})

test.each(
  [
    'is the library open',
    'is it open to the public',
    'who is there',
    'what are the fees',
    'how do I use it',
    '',
    '??? 🎓',
  ].filter((text) => text !== 'channel'),
)('in "%s" no value is found', async (text) => {
  expect(await found(text)).toEqual([])
})

test('other columns name a value too, several names separated by commas', async () => {
  const catalog = await catalogOf([column('place', { also: ['aliases'] })], {
    place: [
      ['Central Canteen', 'mess, food court'],
      ['Gymnasium', null],
    ],
  })
  expect(catalog.find('where is the food court')).toMatchObject([{ value: 'Central Canteen' }])
  expect(catalog.find('mess kahan hai')).toMatchObject([{ value: 'Central Canteen' }])
})

test('a new row is understood after a refresh, and an unreachable source keeps the last values', async () => {
  const load = vi.fn<() => Promise<readonly (readonly Value[])[]>>()
  const failures: string[] = []
  const catalog = new Catalog({
    entities: [column('title')],
    load,
    deskWords: [],
    onFailure: (entity) => failures.push(entity),
  })
  load.mockResolvedValueOnce([['Compilers']])
  await catalog.refresh()
  expect(catalog.find('is networking there')).toEqual([])
  load.mockResolvedValueOnce([['Compilers'], ['Networking']])
  await catalog.refresh()
  expect(catalog.find('is networking there')).toMatchObject([{ value: 'Networking', score: 1 }])
  load.mockRejectedValueOnce(new Error('gone'))
  await catalog.refresh()
  expect(failures).toEqual(['title'])
  expect(catalog.values('title', 9)).toEqual(['Compilers', 'Networking'])
})

test('a cell may hold several values, separated by commas', async () => {
  const catalog = await catalogOf([column('author', { several: true })], {
    author: [['Andrew S. Tanenbaum, Herbert Bos'], ['Andrew S. Tanenbaum']],
  })
  expect(catalog.find('books by Tanenbaum')).toMatchObject([
    { value: 'Andrew S. Tanenbaum', alternatives: [] },
  ])
  expect(catalog.values('author', 9)).toEqual(['Andrew S. Tanenbaum', 'Herbert Bos'])
})

test('a column that cannot be read at first is tried again within seconds', async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error('starting'))
    .mockResolvedValue([['Compilers']])
  const catalog = new Catalog({
    entities: [column('title')],
    load,
    deskWords: [],
    onFailure: () => {},
  })
  open.push(catalog)
  await catalog.open()
  expect(catalog.values('title', 9)).toEqual([])
  await vi.waitFor(() => expect(catalog.values('title', 9)).toEqual(['Compilers']), 5000)
})

test('a word everybody uses names a value when the visitor was asked for it', async () => {
  const catalog = await college()
  expect(catalog.find('open channel', 'title')).toMatchObject([{ value: 'Open Channel Flow' }])
  expect(catalog.find('open', 'title')).toMatchObject([{ value: 'Open Channel Flow' }])
})

const categories: EntityDefinition = {
  kind: 'list',
  name: 'category',
  typos: true,
  values: [
    { value: 'SC', synonyms: [] },
    { value: 'Open', synonyms: ['general'] },
  ],
}

test('two letters that are a name are the initials of nothing else', async () => {
  const catalog = await catalogOf([categories, column('faculty')], {
    faculty: [['Shilpa Chavan'], ['Asha Tandon']],
  })
  expect(catalog.find('fees for SC')).toMatchObject([{ entity: 'category', value: 'SC' }])
  expect(catalog.find('cabin of AT')).toMatchObject([{ value: 'Asha Tandon' }])
})

test('a word written without its vowels is no abbreviation', async () => {
  const catalog = new Catalog({
    entities: [column('title')],
    load: () => Promise.resolve([['Foundations of Research Methodology']]),
    deskWords: ['form'],
    onFailure: (_entity, failure) => expect.fail(String(failure)),
  })
  open.push(catalog)
  await catalog.open()
  expect(catalog.find('exam frm')).toEqual([])
  expect(catalog.find('exam FRM')).toHaveLength(1)
})

test('a long text of words that many names have takes no more steps than a few questions', async () => {
  const common = ['systems', 'theory', 'networks', 'circuits', 'materials']
  const names = Array.from({ length: 2000 }, (_, i) =>
    common.map((word, k) => `${word} ${i}${k}`).join(' '),
  )
  const named = names.map((name) => ({ value: name, names: [name] }))
  const index = await indexValues(named, () => Promise.resolve())
  let steps = 0
  const counted = {
    ...index,
    names: new Proxy(index.names, {
      get: (target, key, receiver) => {
        steps++
        return Reflect.get(target, key, receiver) as unknown
      },
    }),
  }
  const look = {
    typos: true,
    deskWords: new Set<string>(),
    isKnown: () => false,
    isName: () => false,
    shortened: new Set<string>(),
    asked: false,
  }
  findValues(Array.from({ length: 200 }, (_, i) => common[(i * 3) % 5]).join(' '), counted, look)
  expect(steps).toBeGreaterThan(0)
  expect(steps).toBeLessThan(25_000)
})

test('among 100,000 values a question is looked up within five milliseconds', async () => {
  const syllables = ['ka', 'ri', 'mo', 'tel', 'shan', 'dra', 'vi', 'no', 'gup', 'ta', 'len', 'pro']
  const name = (n: number): string =>
    [n, n * 7 + 3, n * 13 + 5]
      .map((seed) => [0, 1, 2].map((i) => syllables[(seed >> (i * 3)) % 12]).join(''))
      .join(' ')
  const rows = Array.from({ length: 100_000 }, (_, i) => [`${name(i)} ${name(i * 31 + 7)}`])
  const catalog = await catalogOf([column('book')], { book: rows })
  const question = 'do you have the book karimoo vinogup by shandravi in the library please'
  for (let i = 0; i < 5; i++) catalog.find(question)
  // Time of the processor, so that a busy machine fails no one.
  const start = process.cpuUsage()
  for (let i = 0; i < 20; i++) catalog.find(question)
  expect(process.cpuUsage(start).user / 1000 / 20).toBeLessThan(5)
})

test('a name is not said in full without a small word it ends in', async () => {
  const catalog = await catalogOf([column('programme')], {
    programme: [['B.Tech CSE'], ['B.Tech IT'], ['BTECH-ME'], ['B.Tech Civil']],
  })
  const named = (text: string) =>
    catalog.find(text).map(({ value, alternatives }) => [value, ...alternatives])
  expect(named('fees of B.Tech')[0]).toHaveLength(3)
  expect(named('fees of btech')).toEqual([['BTECH-ME']])
  expect(named('fees of B.Tech IT')).toEqual([['B.Tech IT']])
  expect(named('fees of b.tech it')).toEqual([['B.Tech IT']])
  expect(named('fees of B.Tech in IT')).toEqual([['B.Tech IT']])
})
