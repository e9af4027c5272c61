import type { EntityDefinition, Identity, Intent, Phrase, Slot } from '../../src/model/index.ts'
import { select } from '../../src/model/index.ts'
import type { Definitions } from '../../src/dialogue/definitions.ts'
import { withEveryday } from '../../src/dialogue/everyday/everyday.ts'

/** A slot that is required and asks, unless told otherwise. */
export function slot(name: string, entity: string, rest: Partial<Slot> = {}): Slot {
  return {
    name,
    entity,
    required: true,
    ask: { en: [`Which ${name}?`] },
    again: {},
    default: null,
    offer: 0,
    carries: true,
    minimum: null,
    maximum: null,
    ...rest,
  }
}

/** An intent with this name, slots and phrases; marks are written `[words](slot)`. */
export function intent(
  name: string,
  slots: readonly Slot[],
  phrases: readonly string[],
  rest: Partial<Intent> = {},
): Intent {
  return {
    name,
    topic: 'college',
    title: { en: [`About ${name}`], hi: [`${name} के बारे में`] },
    phrases: phrases.map(phrase),
    slots,
    action: null,
    events: [],
    within: [],
    sets: {},
    remembers: [],
    identity: null,
    answer: { queries: [], nests: [], reply: [], empty: [], error: {}, next: [] },
    at: { file: 'intents/test.yaml', line: 1 },
    ...rest,
  }
}

function phrase(marked: string): Phrase {
  const mark = /\[([^\]]+)\]\(([^)]+)\)/
  let text = marked
  const marks = []
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [whole, words = '', name = ''] = found
    marks.push({ slot: name, start: found.index, end: found.index + words.length })
    text = text.slice(0, found.index) + words + text.slice(found.index + whole.length)
  }
  return { text, language: 'en', marks }
}

const department = slot('department', 'department')

const intents: readonly Intent[] = [
  intent('hod', [department], ['who is the hod of [cse](department)', 'head of department']),
  intent(
    'fees',
    [
      slot('department', 'department', { offer: 2 }),
      slot('year', 'number', { required: false, minimum: 1, maximum: 4 }),
    ],
    ['fees for [cse](department) in year [2](year)', 'fee please'],
  ),
  intent('compare', [department, slot('year', 'number', { default: 1 })], ['compare them']),
  intent('phone', [slot('faculty', 'faculty')], ['phone number of [anita sharma](faculty)'], {
    sets: { person: 2 },
  }),
  intent('cabin', [slot('teacher', 'faculty')], ['where is the cabin of [anita sharma](teacher)']),
  intent(
    'route',
    [slot('from', 'place', { default: 'gate' }), slot('to', 'place')],
    ['how do i go from the [gate](from) to the [library](to)', '[gate](from) se [library](to) tak'],
  ),
  intent('holiday', [slot('day', 'date', { default: '$today' })], ['is [friday](day) a holiday']),
  intent('hobby', [slot('words', 'text')], ['i want to tell you something']),
  intent('brother', [slot('name', 'person-name')], ['meet my elder brother'], {
    remembers: ['name'],
  }),
  intent('email', [], ['and the mail address'], { within: ['person'] }),
  intent('dues', [], ['my fee dues'], { identity: 'student', remembers: ['term'] }),
  intent('result', [slot('semester', 'number')], ['my result of semester [3](semester)'], {
    identity: 'student',
    sets: { result: 3 },
  }),
  intent('salary', [], ['my salary'], { identity: 'staff' }),
  intent('book', [slot('title', 'book', { offer: 3 })], ['is [dbms](title) available']),
  intent('timings', [], ['library timings'], { action: 'timings.get', events: ['opened'] }),
]

const entities: readonly EntityDefinition[] = [
  {
    kind: 'list',
    name: 'department',
    typos: true,
    values: ['CSE', 'Mechanical', 'Civil'].map((value) => ({ value, synonyms: [] })),
  },
  {
    kind: 'column',
    name: 'book',
    from: { source: 'library', table: 'books', column: 'title' },
    several: false,
    also: [],
    synonyms: [],
    typos: true,
    refreshSeconds: 60,
  },
]

/** A student proves a roll number and a date of birth; three wrong proofs lock for ten minutes. */
const student: Identity = {
  name: 'student',
  source: 'office',
  table: 'students',
  key: 'roll_no',
  nameColumn: 'name',
  proofs: [
    { column: 'roll_no', entity: 'roll-number', ask: { en: ['Your roll number?'] } },
    { column: 'date_of_birth', entity: 'date', ask: { en: ['Your date of birth?'] } },
  ],
  attempts: 3,
  lockMinutes: 10,
}

const staff: Identity = { ...student, name: 'staff', table: 'staff' }

/** A small college in two languages. */
export const college: Definitions = {
  languages: ['en', 'hi'],
  topics: [
    { title: { en: ['Library'] }, ask: { en: ['library timings'] } },
    { title: { en: ['Fees'] }, ask: { en: ['fee please'] } },
  ],
  intents: withEveryday(intents, ['en', 'hi']),
  entities,
  identities: [student, staff],
  prove: (identity, given) =>
    select({
      source: identity.source,
      table: identity.table,
      where: {
        kind: 'all',
        filters: identity.proofs.map(({ column }) => ({
          kind: 'compare',
          column,
          op: '=',
          value: given[column] ?? null,
        })),
      },
      limit: 2,
      person: null,
      proof: identity.name,
    }),
}
