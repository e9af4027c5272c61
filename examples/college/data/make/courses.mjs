/** Programmes, courses, and which programme takes which course when. */
import { readRows, readSections } from './content.mjs'

const loads = {
  theory: { credits: 4, hours_per_week: 4 },
  lab: { credits: 2, hours_per_week: 2 },
  project: { credits: 6, hours_per_week: 4 },
}

export function programmes() {
  return readRows('programmes').map((row) => ({
    ...row,
    years: Number(row.years),
    seats: Number(row.seats),
  }))
}

export function courses() {
  return readSections('courses').flatMap(({ lines }) => lines.map(course))
}

/** A heading such as `BTECH-CSE 3 | also IT301` says who takes the courses below it. */
export function curriculum(programmeRows) {
  return readSections('courses').flatMap(({ heading: [who, also = ''], lines }) => {
    const [pattern, semester] = who.split(' ')
    const codes = [...lines.map(([code]) => code), ...also.split(' ').slice(1)]
    return programmeRows
      .filter((programme) => covers(pattern, programme.code))
      .flatMap((programme) =>
        codes.map((code) => ({
          programme_code: programme.code,
          semester: Number(semester),
          course_code: code,
        })),
      )
  })
}

function course([code, title, shortName = null]) {
  const kind = /Laboratory/.test(title)
    ? 'lab'
    : /\bProject\b(?! M)/.test(title)
      ? 'project'
      : 'theory'
  const department = code.slice(0, 2)
  return { code, title, short_name: shortName, department_code: department, kind, ...loads[kind] }
}

function covers(pattern, code) {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : pattern === code
}
