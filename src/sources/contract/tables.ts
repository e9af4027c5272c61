import type { Value, Writer } from '../../model/index.ts'

/** The tables the suite asks, and a view. */
export async function makeTables(writer: Writer): Promise<void> {
  const types = columnTypes[writer.dialect]
  const quote = (name: string) => {
    const mark = writer.dialect === 'mysql' ? '`' : '"'
    return mark + name.replaceAll(mark, mark + mark) + mark
  }
  await writer.run('create table shelves (id integer not null primary key, name varchar(40))')
  await writer.run(`create table books (id integer not null primary key, title varchar(80) not null,
    author varchar(80), shelf_id integer, copies integer not null, price decimal(10,2), added date, lent boolean)`)
  await writer.run(`create table reviews (mark varchar(20) not null unique, book_id integer,
    foreign key (book_id) references books (id))`)
  await writer.run('create view free_books as select * from books where lent = false')
  await writer.run(
    'create table loans (student integer not null, book varchar(40) not null, primary key (student, book))',
  )
  await writer.run(`create table ${quote('order')} (${quote('select "x`')} varchar(10))`)
  await writer.run(`create table files (content ${types.bytes})`)
  await writer.run(`create table kinds (id integer not null primary key, small smallint, big bigint, price decimal(12,2),
    ratio double precision, active boolean, born date, opens time, starts ${types.datetime},
    seen ${types.instant} null, name varchar(80))`)
  await writer.insert(
    'shelves',
    ['id', 'name'],
    [
      [10, 'Ground'],
      [20, 'Upper'],
    ],
  )
  await writer.insert('books', bookColumns, books)
  await writer.insert(
    'reviews',
    ['mark', 'book_id'],
    [
      ['good', 1],
      ['fair', 1],
      ['poor', 3],
      ['lost', null],
    ],
  )
  await writer.insert('order', ['select "x`'], [['from']])
  await writer.run(`insert into files (content) values (${types.someBytes})`)
  await writer.insert('kinds', Object.keys(kindsRow), [Object.values(kindsRow)])
  await writer.run('insert into kinds (id) values (?)', [2])
}

const columnTypes = {
  sqlite: { bytes: 'blob', someBytes: "x'00ff1080'", datetime: 'datetime', instant: 'timestamptz' },
  mysql: { bytes: 'blob', someBytes: "x'00ff1080'", datetime: 'datetime', instant: 'timestamp' },
  postgres: {
    bytes: 'bytea',
    someBytes: String.raw`'\x00ff1080'`,
    datetime: 'timestamp',
    instant: 'timestamptz',
  },
} as const

/** One value of every type, as it is written and as it must be read again. */
export const kindsRow: Readonly<Record<string, Value>> = {
  id: 1,
  small: -7,
  big: '9007199254740993',
  price: '143500.50',
  ratio: 0.125,
  active: true,
  born: '2008-02-29',
  opens: '09:30:00',
  starts: '2026-11-23T00:00:00',
  seen: '2026-11-23T04:30:00.000Z',
  name: 'O\'Neil 😀 हिन्दी \\ "quoted"',
}

const bookColumns = ['id', 'title', 'author', 'shelf_id', 'copies', 'price', 'added', 'lent']
const books: readonly (readonly Value[])[] = [
  [1, 'Database System Concepts', "O'Neil", 10, 1, '700.50', '2026-01-10', false],
  [2, 'Compilers', 'Aho', 10, 2, '500.00', '2026-01-20', false],
  [3, '100% Physics', 'Verma', 20, 3, '99.00', '2026-02-01', false],
  [4, 'snake_case', 'Rossum', null, 0, '10.00', '2026-03-01', true],
  [5, 'Operating Systems!', 'Tanenbaum', null, 5, '20.00', '2026-04-01', false],
  [6, 'हिन्दी साहित्य 😀', null, null, 4, '30.00', '2026-05-01', false],
]
