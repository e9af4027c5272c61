/**
 * The live index of values: what the lists and columns of a desk hold, found in what visitors say. Fed through a
 * `load` function, so it knows no database. `open.ts` makes one `Catalog` per desk.
 *
 * @module
 */
export { Catalog } from './catalog.ts'
export type { CatalogWorld, ColumnEntity } from './catalog.ts'
export { type CellColumn, Cells, type FoundCell, type Folding, type SaidWord } from './cells.ts'
