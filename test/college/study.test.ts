import { expect, it } from 'vitest'
import { describeCollege, groupBy, type Row } from './made.ts'

describeCollege(({ rows, count, values }) => {
  it('gives each department one head, and that of Computer Science is a woman', () => {
    const heads = rows('office.faculty').filter((row) => row['is_hod'] === 'yes')
    const codes = [...values('office.departments.code')]
    expect(heads).toHaveLength(codes.length)
    expect(new Set(heads.map((row) => row['department_code']))).toEqual(new Set(codes))
    expect(heads.find((row) => row['department_code'] === 'CS')?.['gender']).toBe('female')
  })

  it('has three Sharmas and two Raos among its teachers', () => {
    expect(count('office.faculty', (row) => row['last_name'] === 'Sharma')).toBe(3)
    expect(count('office.faculty', (row) => row['last_name'] === 'Rao')).toBe(2)
  })

  it('begins every course code with its department, and has a teacher of that department teach it', () => {
    for (const row of rows('office.courses'))
      expect(row['code']).toMatch(`${row['department_code']}`)
    const departmentOf = new Map(
      rows('office.faculty').map((row) => [row['id'], row['department_code']]),
    )
    const strangers = rows('office.teaching').filter(
      (row) =>
        !String(row['course_code']).startsWith(String(departmentOf.get(row['faculty_id'] ?? null))),
    )
    expect(strangers).toEqual([])
  })

  it('teaches every course, and lists a book for every theory course', () => {
    expect(values('office.teaching.course_code').size).toBe(300)
    const served = values('library.book_courses.course_code')
    const bare = rows('office.courses').filter(
      (row) => row['kind'] === 'theory' && !served.has(row['code'] ?? null),
    )
    expect(bare).toEqual([])
  })

  it('has a timetable without clashes', () => {
    const seen = new Set<string>()
    for (const row of rows('office.timetable')) {
      for (const hour of hoursOf(row)) {
        for (const who of [row['class_code'], `teacher ${row['faculty_id']}`, row['room_code']]) {
          const claim = `${row['term']} ${row['weekday']} ${hour} ${who}`
          expect(seen.has(claim), claim).toBe(false)
          seen.add(claim)
        }
      }
    }
  })

  it('gives every class all hours of its courses', () => {
    const hours = new Map(rows('office.courses').map((row) => [row['code'], row['hours_per_week']]))
    const meetings = groupBy(rows('office.timetable'), 'class_code')
    for (const duty of rows('office.teaching')) {
      const held = (meetings.get(duty['class_code'] ?? null) ?? [])
        .filter((row) => row['course_code'] === duty['course_code'])
        .reduce((n, row) => n + hoursOf(row).length, 0)
      expect(held, `${duty['course_code']} in ${duty['class_code']}`).toBe(
        hours.get(duty['course_code'] ?? null),
      )
    }
  })
})

/** The hours a meeting takes, by when they begin: a break of fifteen minutes does not count. */
function hoursOf(row: Row): readonly string[] {
  const starts = ['09:00', '10:00', '11:15', '12:15', '14:00', '15:00']
  return starts.filter((start) => start >= `${row['starts_at']}` && start < `${row['ends_at']}`)
}
