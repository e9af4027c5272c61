import { expect, test } from 'vitest'
import type { SelectQuery, TableShape } from '../../model/index.ts'
import { select } from '../../model/index.ts'
import { mysqlDialect } from '../mysql/source.ts'
import { postgresDialect } from '../postgres/source.ts'
import { Shapes } from '../shapes.ts'
import { sqliteDialect } from '../sqlite/source.ts'
import { compileSelect } from './select.ts'

const column = (name: string, type: 'text' | 'integer' | 'decimal') => ({
  name,
  type,
  nullable: true,
})
const tables: readonly TableShape[] = [
  {
    name: 'books',
    kind: 'table',
    primaryKey: [],
    columns: [column('title', 'text'), column('shelf', 'integer'), column('price', 'decimal')],
  },
  {
    name: 'shelves',
    kind: 'table',
    primaryKey: [],
    columns: [column('id', 'integer'), column('name', 'text')],
  },
]
const dialects = [sqliteDialect, mysqlDialect, postgresDialect]

const everything = select({ source: 'library', table: 'books', limit: 5, person: null })

function texts(query: Partial<SelectQuery>): Readonly<Record<string, string>> {
  const compiled = dialects.map((dialect) => [
    dialect.name,
    compileSelect({ ...everything, ...query }, dialect, new Shapes('library', tables)).text,
  ])
  return Object.fromEntries(compiled) as Record<string, string>
}

test('a table as it is', () => {
  expect(texts({})).toEqual({
    sqlite: 'select "books".* from "books" limit 6',
    mysql: 'select `books`.* from `books` limit 6',
    postgres: 'select "books".* from "books" limit 6',
  })
})

test('an exact comparison and a search', () => {
  const where = {
    kind: 'all',
    filters: [
      { kind: 'compare', column: 'title', op: '=', value: 'x' },
      { kind: 'compare', column: 'title', op: 'contains', value: 'y' },
      { kind: 'compare', column: 'shelf', op: '>', value: 1 },
    ],
  } as const
  expect(texts({ columns: [{ column: 'title' }], where })).toEqual({
    sqlite: `select "books"."title" as "title" from "books" where ("books"."title" = ? and "books"."title" like ? escape '!' and "books"."shelf" > ?) limit 6`,
    mysql:
      "select `books`.`title` as `title` from `books` where ((`books`.`title` = ? and `books`.`title` = ? collate utf8mb4_bin) and lower(`books`.`title`) like lower(?) collate utf8mb4_bin escape '!' and `books`.`shelf` > ?) limit 6",
    postgres: `select "books"."title" as "title" from "books" where ("books"."title" = $1::text and "books"."title"::text ilike $2 escape '!' and "books"."shelf" > $3::bigint) limit 6`,
  })
})

test('a join, a group and an order', () => {
  const query: Partial<SelectQuery> = {
    columns: [
      { column: 'place.name', as: 'where' },
      { column: 'shelf', aggregate: 'sum', as: 'n' },
    ],
    joins: [{ table: 'shelves', alias: 'place', on: ['shelf', 'id'], kind: 'left' }],
    groupBy: ['place.name'],
    order: [{ column: 'n', descending: true }],
    distinct: true,
  }
  expect(texts(query)).toEqual({
    sqlite:
      'select distinct "place"."name" as "where", sum("books"."shelf") as "n" from "books" left join "shelves" as "place" on "books"."shelf" = "place"."id" group by "place"."name" order by "n" desc limit 6',
    mysql:
      'select distinct `place`.`name` as `where`, cast(sum(`books`.`shelf`) as signed) as `n` from `books` left join `shelves` as `place` on `books`.`shelf` = `place`.`id` group by `place`.`name` order by `n` desc limit 6',
    postgres:
      'select distinct "place"."name" as "where", sum("books"."shelf")::bigint as "n" from "books" left join "shelves" as "place" on "books"."shelf" = "place"."id" group by "place"."name" order by "n" desc nulls last limit 6',
  })
})

test('names with quotes in them stay names', () => {
  expect(texts({ columns: [{ column: 'title', as: 'a"b`c' }] })).toEqual({
    sqlite: 'select "books"."title" as "a""b`c" from "books" limit 6',
    mysql: 'select `books`.`title` as `a"b``c` from `books` limit 6',
    postgres: 'select "books"."title" as "a""b`c" from "books" limit 6',
  })
})

test.each([
  [{ table: 'boks' }, 'source/no-such-table'],
  [{ columns: [{ column: 'titel' }] }, 'source/no-such-column'],
  [{ order: [{ column: 'title; drop table books', descending: false }] }, 'source/no-such-column'],
  [{ limit: Number.NaN }, 'source/invalid-query'],
  [{ limit: -2 }, 'source/invalid-query'],
] as const)('%j is refused', (query, code) => {
  expect(() => texts(query)).toThrow(expect.objectContaining({ code }))
})
