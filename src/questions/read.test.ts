import { expect, test } from 'vitest'
import type { ColumnType } from '../model/index.ts'
import { QuestionReader } from './read.ts'
import type { AskedTable, FoundValue } from './schema.ts'

const column = (name: string, type: ColumnType, distinct = 20) => ({
  name,
  type,
  called: [],
  distinct,
  least: type === 'integer' ? 1 : 'a',
  greatest: type === 'integer' ? 90 : 'z',
  unit: '',
})

const shared = { source: 'shop', called: [], key: 'id', rows: 20, repeats: false, definitions: [] }
const tables: readonly AskedTable[] = [
  {
    ...shared,
    name: 'customers',
    naming: ['name'],
    joins: [],
    columns: [
      column('id', 'integer'),
      column('name', 'text'),
      column('city', 'text', 3),
      column('age', 'integer'),
    ],
  },
  {
    ...shared,
    name: 'orders',
    naming: [],
    joins: [{ column: 'customer_id', table: 'customers', equals: 'id' }],
    columns: [
      column('id', 'integer'),
      column('customer_id', 'integer'),
      column('amount', 'integer'),
      column('ordered_on', 'date'),
    ],
  },
]

const reader = new QuestionReader({
  tables,
  findValues: (words) =>
    words.flatMap(({ text }, i): FoundValue[] =>
      ['pune', 'goa'].includes(text)
        ? [
            {
              first: i,
              last: i,
              source: 'shop',
              table: 'customers',
              column: 'city',
              value: text,
              score: 1,
              isPart: false,
              isMisspelt: false,
            },
          ]
        : [],
    ),
})

test.each([
  ['how many customers are there', 'number of customers'],
  ['how many customers are from Pune', 'number of customers where city is pune'],
  ['customers from Pune or Goa', 'customers where city is one of pune, goa'],
  ['customers not from Goa', 'customers where city not is goa'],
  ['customers older than 40', 'customers where age is above 40'],
  ['customers between 20 and 30', 'customers where age is from 20 to 30'],
  ['the youngest customer', 'customers where the age is the lowest'],
  ['average age per city', 'average age of customers for each city'],
  ['customers without orders', 'customers where without orders'],
  ['customers with more than 3 orders', 'customers where number of orders is above 3'],
  ['which customer has the most orders', 'customers where the number of orders is the highest'],
  [
    'total amount of orders from Pune',
    'total amount of orders where with customers (where city is pune)',
  ],
  ['orders in 2024', 'orders, name of customers where ordered on is from 2024-01-01 to 2024-12-31'],
  ['kitne customers Pune se hain', 'number of customers where city is pune'],
  ['how mny custmers are from Goa', 'number of customers where city is goa'],
])('%s', (text, words) => {
  const called = (said: string) => said.replaceAll(/\b(customer|order)\b/g, '$1s')
  expect(called(reader.read(text)?.words ?? '').replace(' and with customers', '')).toBe(
    called(words),
  )
})

test('a follow-up takes the place of what was said, or is added to it', () => {
  const before = 'how many customers are from Pune'
  expect(reader.read('and Goa?', before)?.words).toContain('city is goa')
  expect(reader.read('only the ones older than 40', before)?.words).toMatch(
    /pune and age is above 40/,
  )
  expect(reader.read('how many are those?', 'list customers from Goa')?.words).toMatch(
    /^number of .*goa/,
  )
})

test('words nothing is known of make it unsure', () => {
  const sure = reader.read('how many customers are there')?.confidence ?? 0
  const unsure = reader.read('how many dragons guard the castle')?.confidence ?? 0
  expect(sure).toBeGreaterThan(0.9)
  expect(unsure).toBeLessThan(0.6)
})

test('"how many" asks for a number, also where a row is called that', () => {
  const oddlyNamed = (words: readonly { text: string }[]): FoundValue[] => {
    const first = words.findIndex(({ text }) => text.toLowerCase() === 'how')
    if (first === -1) return []
    const place = { source: 'shop', table: 'customers', column: 'name', isMisspelt: false }
    return [
      { ...place, first, last: first + 2, value: 'How Many Customers', score: 1, isPart: false },
    ]
  }
  const odd = new QuestionReader({ tables, findValues: oddlyNamed })
  expect(odd.read('how many customers are there')?.words).toBe('number of customers')
  expect(odd.read('the age of How Many Customers')?.words).toContain('name is How Many Customers')
})
