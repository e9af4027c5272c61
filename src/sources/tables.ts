import type { ColumnShape, ColumnType, TableShape, Value } from '../model/index.ts'

/**
 * Tables out of rows that have one column each, in order: name of the table, its kind (`VIEW`, or anything else),
 * name of the column, its declared type, whether it may be null (`YES`), and its place in the primary key from 1.
 */
export function tablesOf(
  rows: readonly (readonly Value[])[],
  typeOf: (declared: string) => ColumnType,
): readonly TableShape[] {
  const tables = new Map<
    string,
    { kind: 'table' | 'view'; columns: ColumnShape[]; key: string[] }
  >()
  for (const [table, kind, column, declared, nullable, keyPlace] of rows) {
    const name = String(table)
    const known = tables.get(name) ?? {
      kind: isView(kind) ? 'view' : 'table',
      columns: [],
      key: [],
    }
    tables.set(name, known)
    const shape = {
      name: String(column),
      type: typeOf(String(declared ?? '')),
      nullable: nullable === 'YES',
    }
    known.columns.push(shape)
    if (typeof keyPlace === 'number' && keyPlace > 0) known.key[keyPlace - 1] = shape.name
  }
  return [...tables].map(([name, { kind, columns, key }]) => ({
    name,
    kind,
    columns,
    primaryKey: key,
  }))
}

function isView(kind: Value | undefined): boolean {
  return String(kind).toUpperCase().includes('VIEW')
}
