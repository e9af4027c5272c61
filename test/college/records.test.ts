import { expect, it } from 'vitest'
import { demoStudents } from '../../examples/college/data/make/demo-students.mjs'
import { describeCollege, groupBy, sum } from './made.ts'

describeCollege(({ rows, count }) => {
  it('has dues that add up for every student', () => {
    const dues = groupBy(rows('office.fee_dues'), 'roll_no')
    const payments = groupBy(rows('office.payments'), 'roll_no')
    for (const { roll_no: rollNumber = null } of rows('office.students')) {
      const heads = dues.get(rollNumber) ?? []
      const paid = sum(payments.get(rollNumber) ?? [], 'amount')
      expect(sum(heads, 'amount') - paid, `${rollNumber}`).toBe(sum(heads, 'due'))
      expect(sum(heads, 'paid')).toBe(paid)
      expect(heads.every((head) => Number(head['due']) >= 0)).toBe(true)
    }
  })

  it('charges what the fee structure says', () => {
    const totals = new Map<string, number>()
    for (const row of rows('office.fee_structure')) {
      const key = `${row['programme_code']} ${row['year_of_study']} ${row['category']}`
      totals.set(key, (totals.get(key) ?? 0) + Number(row['amount']))
    }
    const dues = groupBy(rows('office.fee_dues'), 'roll_no')
    for (const student of rows('office.students')) {
      const heads = dues.get(student['roll_no'] ?? null) ?? []
      const fees = heads.filter((head) => !String(head['fee_head']).startsWith('Hostel'))
      const key = `${student['programme_code']} ${student['year_of_study']} ${student['category']}`
      expect(sum(fees, 'amount'), key).toBe(totals.get(key))
    }
  })

  it('has an SGPA that agrees with the grades, and grades that agree with the marks', () => {
    const pointsOf = new Map(rows('exams.grades').map((row) => [row['grade'], row]))
    const papers = groupBy(rows('exams.results'), 'roll_no')
    for (const row of rows('exams.sgpa')) {
      const sat = (papers.get(row['roll_no'] ?? null) ?? []).filter(
        (p) => p['semester'] === row['semester'],
      )
      const earned = sat.reduce((n, p) => n + Number(p['credits']) * Number(p['points']), 0)
      expect(row['sgpa']).toBe(Math.round((earned / sum(sat, 'credits')) * 100) / 100)
      expect(row['failed']).toBe(sat.filter((p) => p['grade'] === 'F').length)
    }
    const wrong = rows('exams.results').filter((row) => {
      const grade = pointsOf.get(row['grade'] ?? null)
      const marks = Number(row['marks'])
      return marks < Number(grade?.['min_marks']) || marks > Number(grade?.['max_marks'])
    })
    expect(wrong).toEqual([])
  })

  it('has as many free copies as are not lent, and beds as are not slept in', () => {
    const out = groupBy(
      rows('library.loans').filter((row) => row['returned_on'] === null),
      'book_id',
    )
    for (const book of rows('library.books')) {
      const lent = out.get(book['id'] ?? null)?.length ?? 0
      expect(book['copies_free'], `${book['title']}`).toBe(Number(book['copies_total']) - lent)
      expect(book['copies_free']).toBeGreaterThanOrEqual(0)
    }
    for (const room of rows('office.hostel_rooms')) {
      const sleepers = count(
        'office.students',
        (row) =>
          row['hostel_code'] === room['hostel_code'] && row['room_type'] === room['room_type'],
      )
      expect(sleepers).toBe(Number(room['beds_total']) - Number(room['beds_vacant']))
    }
  })

  it('has the empty cases', () => {
    const vacancies = groupBy(rows('office.hostel_rooms'), 'hostel_code')
    expect([...vacancies.values()].some((rooms) => sum(rooms, 'beds_vacant') === 0)).toBe(true)
    const dragon = rows('library.books').find((row) =>
      String(row['title']).startsWith('Compilers: P'),
    )
    expect(dragon?.['copies_free']).toBe(0)
    expect(count('office.events', (row) => row['department_code'] === 'CE')).toBe(0)
    const dues = groupBy(rows('office.fee_dues'), 'roll_no')
    expect([...dues.values()].some((heads) => sum(heads, 'due') === 0)).toBe(true)
    expect(count('library.loans', (row) => Number(row['fine_due']) > 0)).toBeGreaterThan(10)
  })

  it('knows the demo students by the same number and day of birth', () => {
    for (const demo of demoStudents) {
      const found = rows('office.students').find((row) => row['roll_no'] === demo.rollNumber)
      expect(found).toMatchObject({ dob: demo.dob, name: demo.name })
    }
  })

  it('lets the demo students be what their story says', () => {
    const standing = (rollNumber: string) => ({
      due:
        sum(
          rows('office.fee_dues').filter((row) => row['roll_no'] === rollNumber),
          'due',
        ) > 0,
      fine: sum(
        rows('library.loans').filter((row) => row['roll_no'] === rollNumber),
        'fine_due',
      ),
      detained: rows('exams.attendance').find((row) => row['roll_no'] === rollNumber)?.['detained'],
    })
    expect(standing('RC1042')).toEqual({ due: false, fine: 0, detained: 'no' })
    expect(standing('RC1187')).toEqual({ due: true, fine: 200, detained: 'yes' })
    expect(standing('RC1501')).toEqual({ due: false, fine: 0, detained: 'no' })
    const best = rows('exams.sgpa').filter((row) => row['roll_no'] === 'RC1501')
    expect(best.every((row) => Number(row['sgpa']) >= 9)).toBe(true)
  })
})
