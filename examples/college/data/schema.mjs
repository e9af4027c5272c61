/**
 * What the three databases hold, as data: one set of tables for SQLite, MariaDB and PostgreSQL.
 *
 * A column is a type, or `[type, note]`; a type ending in `?` may be null. Types: `code` (a short
 * word), `name` (a line), `text`, `int`, `money` (whole rupees), `real`, `date`, `time` (HH:MM),
 * `yesno`. `joins` are foreign keys; one that names another database (`office.courses.code`) is
 * kept true by the test, not by a constraint. A `private` table's rows belong to one roll_no.
 */
import { campus } from './schema/campus.mjs'
import { entry } from './schema/entry.mjs'
import { exams } from './schema/exams.mjs'
import { library } from './schema/library.mjs'
import { records } from './schema/records.mjs'
import { studentLife } from './schema/student-life.mjs'
import { teaching } from './schema/teaching.mjs'

export const schema = {
  office: { ...campus, ...teaching, ...entry, ...studentLife, ...records },
  library,
  exams,
}

/** A column as `{ name, type, optional, note }`. */
export function columnsOf(table) {
  return Object.entries(table.columns).map(([name, column]) => {
    const [kind, note = ''] = [column].flat()
    return { name, type: kind.replace('?', ''), optional: kind.endsWith('?'), note }
  })
}
