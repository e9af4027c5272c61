import { expect, test } from 'vitest'
import { joinOn, readerOf, type Sketch } from '../../test/sketched-tables.ts'

const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, i): [string, Sketch] => [
    `ward${i}_beds`,
    {
      key: 'id',
      naming: 'name',
      columns: {
        id: 'integer',
        name: 'text',
        price: 'integer',
        ...(i > 0 ? { [`ward${i - 1}_id`]: 'integer' } : {}),
      },
      joins: i > 0 ? [joinOn(`ward${i - 1}_id`, `ward${i - 1}_beds`, 'id')] : [],
      values: { name: [`cot a${i}`] },
    },
  ]),
)
const hospital = readerOf(many)

test.each([
  ['the price of cot a41', 'ward41_beds'],
  ['ward 57 beds with a price above 100', 'ward57_beds'],
  ['average price of ward 3 beds', 'ward3_beds'],
])('of sixty columns called alike the one of what was named is meant: %s', (text, table) => {
  expect(hospital.read(text)?.query.table).toBe(table)
})
