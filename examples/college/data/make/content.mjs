/**
 * Reads the hand-written lists in content/*.txt: cells are separated by ` | `, `-` is nothing,
 * a line beginning with # is a remark.
 */
import { readFileSync } from 'node:fs'
import { columnsOf } from '../schema.mjs'
import { dayOf } from './dates.mjs'

/** Rows of a list whose first line names its columns: `[{ code: 'CS', … }, …]`, all text. */
export function readRows(name) {
  const [header, ...lines] = readCells(name)
  return lines.map((cells) =>
    Object.fromEntries(header.map((column, at) => [column, cells[at] ?? null])),
  )
}

/** A list cut at its lines that begin with @: `[{ heading: cells, lines: [cells, …] }, …]`. */
export function readSections(name) {
  const sections = []
  for (const [first, ...rest] of readCells(name)) {
    if (first.startsWith('@ ')) sections.push({ heading: [first.slice(2), ...rest], lines: [] })
    else sections.at(-1).lines.push([first, ...rest])
  }
  return sections
}

export function readCells(name) {
  return readFileSync(new URL(`../content/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => (cell.trim() === '-' ? null : cell.trim())))
}

/**
 * The rows of a table that is wholly written by hand, with numbers as numbers, days placed in
 * the academic year, and an `id` counted up where the table wants one.
 */
export function readTable(name, table, firstYear) {
  const columns = columnsOf(table)
  return readRows(name).map((row, at) =>
    Object.fromEntries(
      columns.map((column) => [
        column.name,
        column.name === 'id' ? at + 1 : valueOf(row[column.name], column.type, firstYear),
      ]),
    ),
  )
}

function valueOf(cell, type, firstYear) {
  if (cell === null || cell === undefined) return null
  if (type === 'int' || type === 'money') return Number(cell)
  if (type === 'date') return dayOf(firstYear, cell)
  return cell
}
