import { FrontdeskError } from '../errors.ts'
import type { SelectQuery } from '../model/index.ts'
import { columnsOf } from './columns-of-query.ts'
import { foldName } from './same-name.ts'
import { locate, type Scope, type Used } from './scope.ts'

/** The columns a table of a source has; the table is named as the desk's own file names it. */
export type ColumnsOf = (source: string, table: string) => readonly string[]

/**
 * The query with no hidden column in it; "every column" becomes the list of those that are not hidden. Of a table that
 * hides something only columns it is known to have are read, so that no other name for a hidden one slips through
 * (`rowid`, a whole row by the table's name). Throws `identity/hidden-column`.
 */
export function withoutHidden(query: SelectQuery, scope: Scope, known: ColumnsOf): SelectQuery {
  for (const column of columnsOf(query)) {
    const { used, name } = locate(column, scope)
    if (hidesAnything(used) && !shown(query.source, used, known).some(isNamed(name))) {
      throw new FrontdeskError(
        'identity/hidden-column',
        `The column "${column}" of "${used.table}" is told to nobody, or not there.`,
      )
    }
  }
  const main = scope.get('')
  if (query.columns.length > 0 || main === undefined || !hidesAnything(main)) return query
  const columns = shown(query.source, main, known).map((column) => ({ column }))
  if (columns.length > 0) return { ...query, columns }
  throw new FrontdeskError('identity/hidden-column', `"${query.table}" shows no column to anyone.`)
}

function hidesAnything({ known }: Used): boolean {
  return known.some((table) => table.hidden.length > 0)
}

function shown(source: string, used: Used, known: ColumnsOf): readonly string[] {
  const hidden = used.known.flatMap((table) => table.hidden)
  const columns = used.known.flatMap((table) => known(source, table.name))
  return columns.filter((column) => !hidden.some(isNamed(foldName(column))))
}

function isNamed(folded: string): (column: string) => boolean {
  return (column) => foldName(column) === folded
}
