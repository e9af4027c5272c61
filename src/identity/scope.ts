import { FrontdeskError } from '../errors.ts'
import type { SelectQuery, Table } from '../model/index.ts'
import { foldName, foldTable } from './same-name.ts'

/** The tables of one query, by the folded name its columns are written with: the main one by the empty name. */
export type Scope = ReadonlyMap<string, Used>

/** A table as a query uses it. */
export interface Used {
  /** As the query writes it. */
  readonly table: string
  /** What the query puts before the table's columns; empty for the main table. */
  readonly prefix: string
  /** What the desk knows of it, if anything: several where names differ in case or schema only. */
  readonly known: readonly Table[]
}

/** The tables a query uses. Rejects two that a column could not be told apart by. */
export function scopeOf(query: SelectQuery, tables: readonly Table[]): Scope {
  const knownAs = (table: string) => byName(tables).get(keyOf(query.source, table)) ?? []
  const scope = new Map<string, Used>([
    ['', { table: query.table, prefix: '', known: knownAs(query.table) }],
  ])
  for (const { table, alias } of query.joins) {
    const name = foldName(alias)
    if (scope.has(name) || name === foldTable(query.table) || name.includes('.')) {
      throw new FrontdeskError('identity/private', `The alias "${alias}" names two tables.`)
    }
    scope.set(name, { table, prefix: `${alias}.`, known: knownAs(table) })
  }
  return scope
}

const indexes = new WeakMap<readonly Table[], ReadonlyMap<string, readonly Table[]>>()

/** The tables of a desk by source and folded name, made once: a desk of a thousand asks a thousand times. */
function byName(tables: readonly Table[]): ReadonlyMap<string, readonly Table[]> {
  const known = indexes.get(tables)
  if (known !== undefined) return known
  const made = new Map<string, Table[]>()
  for (const table of tables) {
    const key = keyOf(table.source, table.name)
    made.set(key, [...(made.get(key) ?? []), table])
  }
  indexes.set(tables, made)
  return made
}

function keyOf(source: string, table: string): string {
  return `${source}\n${foldTable(table)}`
}

/** The table a column is of, and its folded name; `name` or `alias.name`, as a query writes it. */
export function locate(
  column: string,
  scope: Scope,
): { readonly used: Used; readonly name: string } {
  const parts = foldName(column).split('.')
  const name = parts.at(-1) ?? ''
  const main = scope.get('')
  const alias = parts.length > 1 ? (parts[0] ?? '') : ''
  const used = main !== undefined && alias === foldTable(main.table) ? main : scope.get(alias)
  if (used === undefined || parts.length > 2) {
    throw new FrontdeskError('source/no-such-column', `The query has no column "${column}".`)
  }
  return { used, name }
}
