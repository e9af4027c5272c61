/**
 * Makes the three databases of Riverdale College, for the academic year of the desk's clock.
 *
 * Demo logins, the same in every edition (make/demo-students.mjs):
 *
 *   RC1042  2005-04-12  Aarav Deshpande  owes nothing, has two library books
 *   RC1187  2004-11-03  Rhea D'Souza     owes fees and a library fine, attendance too low
 *   RC1501  2003-08-21  Farhan Qureshi   all clear, excellent results
 */
import { makeCollege } from './make/college.mjs'
import { academicYearName, academicYearOf } from './make/dates.mjs'
import { columnsOf, schema } from './schema.mjs'
import { createStatements, parentsFirst } from './tables.mjs'

/** The academic year the data is for, such as `2026-27`; when it changes, make the data again. */
export function edition(now, timezone) {
  return academicYearName(academicYearOf(now, timezone))
}

/**
 * Drops and fills all tables. `into` is `{ office, library, exams }`, each a writer with a
 * `dialect`, `run(sql)` and `insert(table, columns, rows)`.
 */
export async function make({ now, timezone, into }) {
  const college = makeCollege(academicYearOf(now, timezone))
  for (const [database, tables] of Object.entries(schema)) {
    await fill(into[database], tables, college[database])
  }
}

async function fill(writer, tables, rows) {
  for (const statement of createStatements(tables, writer.dialect)) await writer.run(statement)
  for (const name of parentsFirst(tables)) {
    const columns = columnsOf(tables[name]).map((column) => column.name)
    await writer.insert(
      name,
      columns,
      rows[name].map((row) => columns.map((column) => row[column])),
    )
  }
}
