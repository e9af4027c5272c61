/**
 * Writes README.md from the schema: `node examples/college/data/readme.mjs`.
 * A test fails when the file on disk is not what this makes.
 */
import { writeFileSync } from 'node:fs'
import { demoStudents } from './make/demo-students.mjs'
import { columnsOf, schema } from './schema.mjs'

/** The text of README.md. */
export function readme() {
  return [opening(), demo(), ...Object.entries(schema).map(database)].join('\n\n') + '\n'
}

function opening() {
  return `# The data of Riverdale College

Three databases, made by [make.mjs](make.mjs) for the academic year of the desk's clock (July to
June). Teachers, courses, books and students' names are the same every year; dates, ages and
admission years move along. Nobody in it exists.

- What the tables are: [schema/](schema). What the lists say: [content/](content). How rows are
  made: [make/](make).
- Money is whole rupees, dates are \`YYYY-MM-DD\`, times \`HH:MM\`, yes and no are words.
- A column marked with ? may be null. → is a join; one into another database is kept true by
  \`test/college/data.test.ts\`.
- A **private** table's rows belong to the student of their \`roll_no\`.`
}

function demo() {
  const rows = demoStudents.map(
    (student) =>
      `| \`${student.rollNumber}\` | \`${student.dob}\` | ${student.name} | ${student.story} |`,
  )
  return [
    '## Demo students',
    'Roll number and date of birth stay the same in every edition.',
    ['| roll number | date of birth | name | |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

function database([name, tables]) {
  const sections = Object.entries(tables).map(([table, details]) => section(table, details))
  return [`## ${name}`, ...sections].join('\n\n')
}

function section(name, table) {
  const rows = columnsOf(table).map((column) => row(column, table))
  return [
    `### ${name}${table.private ? ' (private)' : ''}`,
    table.about,
    ['| column | type | |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

function row({ name, type, optional, note }, table) {
  const isKey = table.key.includes(name)
  const target = table.joins?.[name]
  const remarks = [isKey && 'key', target && `→ ${target}`, note].filter(Boolean).join('; ')
  return `| ${name} | ${type}${optional ? '?' : ''} | ${remarks} |`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('README.md', import.meta.url), readme())
}
