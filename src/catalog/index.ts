/**
 * The live index of values: what the lists and columns of a desk hold, found in what visitors say. Fed through a
 * `load` function, so it knows no database. Only `mind.ts` imports it, and makes one `Catalog` per desk. Another way to
 * match is a file `match-*.ts`, asked in `find-values.ts`.
 *
 * @module
 */
export { Catalog } from './catalog.ts'
export type { CellColumn, FoundCell, Folding, SaidWord } from './cell.ts'
export { Cells } from './cells.ts'
