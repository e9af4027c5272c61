import type { ColumnShape, ColumnType, ForeignKey, TableShape, Value } from '../model/index.ts'

/**
 * Tables out of rows that have one column each, in order: name of the table, its kind (`VIEW`, or anything else),
 * name of the column, its declared type, whether it may be null (`YES`), its place in the primary key from 1, and what
 * was noted about the column and about the table.
 */
export function tablesOf(
  rows: readonly (readonly Value[])[],
  typeOf: (declared: string) => ColumnType,
): readonly TableShape[] {
  const tables = new Map<
    string,
    { kind: 'table' | 'view'; columns: ColumnShape[]; key: string[]; comment: string }
  >()
  for (const [table, kind, column, declared, nullable, keyPlace, noted, comment] of rows) {
    const name = String(table)
    const known = tables.get(name) ?? {
      kind: isView(kind) ? 'view' : 'table',
      columns: [],
      key: [],
      comment: String(comment ?? ''),
    }
    tables.set(name, known)
    const shape = {
      name: String(column),
      type: typeOf(String(declared ?? '')),
      nullable: nullable === 'YES',
      ...(noted ? { comment: String(noted) } : {}),
    }
    known.columns.push(shape)
    if (typeof keyPlace === 'number' && keyPlace > 0) known.key[keyPlace - 1] = shape.name
  }
  return [...tables].map(([name, { kind, columns, key, comment }]) => ({
    name,
    kind,
    columns,
    primaryKey: key,
    ...(comment === '' ? {} : { comment }),
  }))
}

/** How tables hang together, a row for each column of a key, the columns of one key in order. */
export interface KeyRows {
  /** Table, name of the key, column, the other table, its column (null: its primary key). */
  readonly foreign: readonly (readonly Value[])[]
  /** Table, name of the key, column. */
  readonly unique: readonly (readonly Value[])[]
}

/** The tables with the keys their source declares. */
export function withKeys(tables: readonly TableShape[], keys: KeyRows): readonly TableShape[] {
  const foreign = byKey(keys.foreign)
  const unique = byKey(keys.unique)
  return tables.map((table) => ({
    ...table,
    unique: (unique.get(table.name) ?? []).map((rows) =>
      rows.map(([, , column]) => String(column)),
    ),
    foreignKeys: (foreign.get(table.name) ?? []).map((rows) => foreignKey(rows, tables)),
  }))
}

type Rows = readonly (readonly Value[])[]

function foreignKey(rows: Rows, tables: readonly TableShape[]): ForeignKey {
  const table = String(rows[0]?.[3])
  const same = (name: string) => name.toLowerCase() === table.toLowerCase()
  const other = tables.find(({ name }) => name === table) ?? tables.find(({ name }) => same(name))
  return {
    columns: rows.map(([, , column]) => String(column)),
    table: other?.name ?? table,
    references: rows.map(([, , , , to], i) => String(to ?? other?.primaryKey[i] ?? '')),
  }
}

/** The rows of each key, by table. */
function byKey(rows: Rows): ReadonlyMap<string, readonly Rows[]> {
  const tables = new Map<string, Map<string, (readonly Value[])[]>>()
  for (const row of rows) {
    const keys = tables.get(String(row[0])) ?? new Map<string, (readonly Value[])[]>()
    tables.set(String(row[0]), keys)
    keys.set(String(row[1]), [...(keys.get(String(row[1])) ?? []), row])
  }
  return new Map([...tables].map(([table, keys]) => [table, [...keys.values()]]))
}

function isView(kind: Value | undefined): boolean {
  return String(kind).toUpperCase().includes('VIEW')
}
