/** Turns the schema into tables of one dialect; the only file that knows how dialects differ. */
import { columnsOf } from './schema.mjs'

const types = {
  sqlite: { text: 'TEXT', real: 'REAL' },
  mysql: { text: 'TEXT', real: 'DOUBLE' },
  postgres: { text: 'TEXT', real: 'DOUBLE PRECISION' },
}

const sharedTypes = {
  code: 'VARCHAR(40)',
  name: 'VARCHAR(190)',
  int: 'INTEGER',
  money: 'INTEGER',
  date: 'DATE',
  time: 'VARCHAR(5)',
  yesno: 'VARCHAR(3)',
}

/** The statements that drop and create `tables`, in an order that satisfies foreign keys. */
export function createStatements(tables, dialect) {
  const names = parentsFirst(tables)
  return [
    ...names.toReversed().map((name) => `DROP TABLE IF EXISTS ${name}`),
    ...names.map((name) => createTable(name, tables[name], dialect)),
    ...names.flatMap((name) => createIndexes(name, tables[name])),
  ]
}

/** Table names such that a table comes after those its foreign keys point to. */
export function parentsFirst(tables) {
  const sorted = new Set()
  const visit = (name) => {
    for (const { table } of foreignKeys(tables[name])) if (table !== name) visit(table)
    sorted.add(name)
  }
  Object.keys(tables).forEach(visit)
  return [...sorted]
}

/** Joins inside the same database; those to another have three parts. */
export function foreignKeys(table) {
  return Object.entries(table.joins ?? {})
    .map(([column, target]) => ({ column, parts: target.split('.') }))
    .filter(({ parts }) => parts.length === 2)
    .map(({ column, parts: [other, otherColumn] }) => ({ column, table: other, otherColumn }))
}

function createTable(name, table, dialect) {
  const lines = [
    ...columnsOf(table).map((column) => createColumn(column, dialect)),
    `PRIMARY KEY (${table.key.join(', ')})`,
    ...(table.unique ?? []).map((columns) => `UNIQUE (${columns.join(', ')})`),
    ...foreignKeys(table).map(
      (to) => `FOREIGN KEY (${to.column}) REFERENCES ${to.table} (${to.otherColumn})`,
    ),
  ]
  const ending = dialect === 'mysql' ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4' : ''
  return `CREATE TABLE ${name} (\n  ${lines.join(',\n  ')}\n)${ending}`
}

function createColumn({ name, type, optional }, dialect) {
  return `${name} ${types[dialect][type] ?? sharedTypes[type]}${optional ? '' : ' NOT NULL'}`
}

function createIndexes(name, table) {
  return (table.search ?? []).map(
    (column) => `CREATE INDEX ${name}_by_${column} ON ${name} (${column})`,
  )
}
