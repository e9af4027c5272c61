import { FrontdeskError } from '../errors.ts'
import type { ColumnShape, TableShape } from '../model/index.ts'
import { closest } from '../util/closest.ts'

/** The tables of a source, for looking up what a query names. */
export class Shapes {
  readonly #source: string
  readonly #tables: ReadonlyMap<string, TableShape>

  constructor(source: string, tables: readonly TableShape[]) {
    this.#source = source
    this.#tables = new Map(tables.map((table) => [table.name, table]))
  }

  /** Throws `source/no-such-table` with what was probably meant. */
  table(name: string): TableShape {
    const table = this.#tables.get(name)
    if (table) return table
    throw new FrontdeskError('source/no-such-table', `${this.#source} has no table \`${name}\`.`, {
      ...didYouMean(name, [...this.#tables.keys()], 'Its tables'),
    })
  }

  /** Throws `source/no-such-column` with what was probably meant. */
  column(table: TableShape, name: string): ColumnShape {
    const column = table.columns.find((one) => one.name === name)
    if (column) return column
    const names = table.columns.map((one) => one.name)
    const message = `${this.#source}.${table.name} has no column \`${name}\`.`
    throw new FrontdeskError('source/no-such-column', message, {
      ...didYouMean(name, names, 'Its columns'),
    })
  }

  /** The hint of an error about a name that is not there, found anywhere in the source. */
  hintFor(kind: 'table' | 'column', name: string): { hint?: string } {
    const tables = [...this.#tables.values()]
    const columns = tables.flatMap((table) => table.columns.map((column) => column.name))
    const names = kind === 'table' ? tables.map((table) => table.name) : [...new Set(columns)]
    return didYouMean(name, names, kind === 'table' ? 'Its tables' : 'Its columns')
  }
}

/** More names than this are not listed. */
const listed = 12

function didYouMean(name: string, names: readonly string[], caption: string): { hint?: string } {
  const meant = closest(name, names)
  if (meant !== null) return { hint: `Did you mean \`${meant}\`?` }
  if (names.length === 0 || names.length > listed) return {}
  return { hint: `${caption}: ${names.map((one) => `\`${one}\``).join(', ')}.` }
}
