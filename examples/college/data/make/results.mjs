/** Marks, grade points and attendance. */
import { dayOf } from './dates.mjs'
import { demoOf } from './demo-students.mjs'

const semestersKept = 3
const passMarks = 40
const neededAttendance = 75

/** @returns `{ results, sgpa }`, rows of both tables. */
export function results({ students, curriculum, courses, grades, firstYear, random }) {
  const creditsOf = new Map(courses.map((course) => [course.code, course.credits]))
  const taken = new Map()
  for (const { programme_code: programme, semester, course_code: code } of curriculum) {
    const key = `${programme} ${semester}`
    taken.set(key, [...(taken.get(key) ?? []), code])
  }
  const sheets = students.flatMap((student) => {
    const ability = demoOf.get(student.roll_no)?.ability ?? random.around(64, 26)
    return pastSemesters(student).map((semester) => {
      const codes = taken.get(`${student.programme_code} ${semester}`)
      const papers = codes.map((code) => ({ code, credits: creditsOf.get(code) }))
      const sheet = markSheet({ student, semester, papers, ability, grades, random })
      return { sheet, summary: summarise(student, semester, sheet, firstYear) }
    })
  })
  return {
    results: sheets.flatMap(({ sheet }) => sheet),
    sgpa: sheets.map(({ summary }) => summary),
  }
}

function pastSemesters(student) {
  const done = 2 * (student.year_of_study - 1)
  const first = Math.max(1, done - semestersKept + 1)
  return Array.from({ length: done - first + 1 }, (_, at) => first + at)
}

function markSheet({ student, semester, papers, ability, grades, random }) {
  return papers.map(({ code, credits }) => {
    const marks = Math.round(Math.min(98, Math.max(18, random.around(ability, 18))))
    const { grade, points } = grades.find((row) => marks >= row.min_marks && marks <= row.max_marks)
    return { roll_no: student.roll_no, semester, course_code: code, marks, grade, points, credits }
  })
}

function summarise(student, semester, sheet, firstYear) {
  const credits = sheet.reduce((sum, paper) => sum + paper.credits, 0)
  const earned = sheet.reduce((sum, paper) => sum + paper.credits * paper.points, 0)
  const failed = sheet.filter((paper) => paper.marks < passMarks).length
  return {
    roll_no: student.roll_no,
    semester,
    credits,
    sgpa: Math.round((earned / credits) * 100) / 100,
    failed,
    outcome: failed === 0 ? 'Pass' : 'ATKT',
    declared_on: declaredOn(student.year_of_study, semester, firstYear),
  }
}

/** Odd semesters are declared in January, even ones in June, of the year they were sat in. */
function declaredOn(yearOfStudy, semester, firstYear) {
  const yearsAgo = yearOfStudy - Math.ceil(semester / 2)
  return dayOf(firstYear - yearsAgo, semester % 2 === 1 ? '01-10 Mon' : '06-15 Mon')
}

export function attendance(students, random) {
  return students.map((student) => {
    const wanted = demoOf.get(student.roll_no)?.attendance
    const held = random.int(178, 192)
    const percent = wanted ?? Math.min(100, Math.round(random.around(86, 18)))
    const attended = Math.ceil((held * percent) / 100)
    const rounded = Math.floor((attended / held) * 100)
    return {
      roll_no: student.roll_no,
      classes_held: held,
      classes_attended: attended,
      percent: rounded,
      detained: rounded < neededAttendance ? 'yes' : 'no',
    }
  })
}
