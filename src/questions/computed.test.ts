import { expect, test } from 'vitest'
import { joinOn, readerOf } from '../../test/sketched-tables.ts'

const kitchen = readerOf({
  cooks: {
    key: 'id',
    naming: 'name',
    columns: { id: 'integer', name: 'text', wage: 'integer', hired_on: 'date', gender: 'text' },
    values: { gender: ['female'] },
  },
  menus: { key: 'code', naming: 'title', columns: { code: 'text', title: 'text', season: 'text' } },
  dishes: {
    key: 'id',
    naming: 'name',
    columns: {
      id: 'integer',
      name: 'text',
      price: 'integer',
      retired_on: 'date',
      menu_code: 'text',
      spicy: { type: 'boolean', distinct: 2 },
    },
    joins: [joinOn('menu_code', 'menus', 'code')],
  },
  cooking: {
    columns: { cook_id: 'integer', dish_id: 'integer' },
    joins: [joinOn('cook_id', 'cooks', 'id'), joinOn('dish_id', 'dishes', 'id')],
  },
})

const queryOf = (text: string) => kitchen.read(text)?.query
const wordsOf = (text: string) => kitchen.read(text)?.words

test.each([
  ['the cheapest dish in each menu', 'dishes', ['code']],
  ['which dish is the most expensive on each menu', 'dishes', ['code']],
  ['the most expensive dish per season', 'dishes', ['linked1.season']],
])('the row that has the most of each group is told by its name: %s', (text, table, per) => {
  const query = queryOf(text)
  expect(query?.table).toBe(table)
  expect(query?.columns).toContainEqual({ column: 'name' })
  expect(query?.groupBy).toEqual([])
  expect(query?.where).toMatchObject({ kind: 'compare-with', column: 'price', op: '=' })
  const { where } = query!
  expect(
    where?.kind === 'compare-with' ? where.per?.map((one) => one.split('.').at(-1)) : null,
  ).toEqual(per.map((one) => one.split('.').at(-1)))
})

test('a share is of the rows spoken of first, those that what is said last holds for', () => {
  expect(queryOf('what percentage of cooks are female')).toMatchObject({
    table: 'cooks',
    where: null,
    columns: [
      {
        column: '*',
        aggregate: 'share',
        where: { kind: 'compare', column: 'gender', op: '=', value: 'female' },
      },
    ],
  })
})

test('a difference between the ends of a column is one number', () => {
  expect(queryOf('the difference between the highest and the lowest wage')?.columns).toEqual([
    { column: 'wage', aggregate: 'spread' },
  ])
})

test.each([
  ['retired dishes', 'dishes where retired on is not nothing'],
  ['how many unretired dishes are there', 'number of dishes where retired on is nothing'],
  ['who was hired first', 'cooks where the hired on is the lowest'],
  ['who was hired last', 'cooks where the hired on is the highest'],
  ['cooks hired in the 1990s', 'cooks where hired on is from 1990-01-01 to 1999-12-31'],
  ['dishes nobody cooks', 'dishes where without cook'],
])('%s', (text, words) => {
  expect(wordsOf(text)?.replaceAll(/without cooks?/g, 'without cook')).toBe(words)
})
