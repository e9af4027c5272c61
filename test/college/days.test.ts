import { expect, it } from 'vitest'
import { edition } from '../../examples/college/data/make.mjs'
import { allTables, describeCollege, timezone, type Row } from './made.ts'

describeCollege(({ rows, values, now }) => {
  it('dates everything within reach of its academic year', () => {
    const year = Number(edition(now, timezone).slice(0, 4))
    const [least, most] = [`${year - 3}-07-01`, `${year + 1}-08-31`]
    for (const { database, table, columns } of allTables()) {
      for (const column of columns.filter(({ type, name }) => type === 'date' && name !== 'dob')) {
        for (const row of rows(`${database}.${table}`)) {
          const day = row[column.name] ?? least
          expect(day >= least && day <= most, `${table}.${column.name} ${day}`).toBe(true)
        }
      }
    }
    for (const row of rows('office.calendar')) {
      expect(`${row['starts_on']}` >= `${year}-07-01`).toBe(true)
      expect(`${row['ends_on']}` <= `${year + 1}-06-30`).toBe(true)
    }
  })

  it('has dates in an order that makes sense', () => {
    inOrder(rows('office.calendar'), ['starts_on', 'ends_on'])
    inOrder(rows('office.admission_dates'), [
      'forms_open_on',
      'last_date',
      'merit_list_on',
      'counselling_on',
      'fees_by',
      'classes_begin_on',
    ])
    inOrder(rows('exams.exam_sessions'), [
      'form_opens_on',
      'form_last_date',
      'form_late_until',
      'hall_ticket_on',
      'starts_on',
      'ends_on',
      'results_on',
      'revaluation_until',
    ])
    inOrder(rows('library.loans'), ['issued_on', 'due_on'])
    inOrder(
      rows('office.portal_tasks').filter((row) => row['opens_on'] !== null),
      ['opens_on', 'last_date'],
    )
  })

  it('examines on working days within the session, and knows the same session in the calendar', () => {
    const closed = values('office.holidays.holiday_on')
    const isOpen = (day: string) => new Date(day).getUTCDay() !== 0 && !closed.has(day)
    const sessions = new Map(rows('exams.exam_sessions').map((row) => [row['code'], row]))
    for (const paper of rows('exams.exam_schedule')) {
      const session = sessions.get(paper['session_code'] ?? null)
      const day = `${paper['exam_on']}`
      expect(isOpen(day), day).toBe(true)
      expect(day >= `${session?.['starts_on']}` && day <= `${session?.['ends_on']}`).toBe(true)
    }
    for (const session of sessions.values()) {
      const days = [`${session['starts_on']}`, `${session['ends_on']}`]
      expect(days.filter(isOpen), `${session['code']}`).toEqual(days)
      const [entry] = rows('office.calendar').filter((row) => row['code'] === session['code'])
      expect([entry?.['starts_on'], entry?.['ends_on']]).toEqual(days)
    }
  })

  it('keeps the national holidays, and Diwali between mid-October and mid-November', () => {
    const day = (code: string) =>
      `${rows('office.holidays').find((row) => row['code'] === code)?.['holiday_on']}`.slice(5)
    expect(['republic-day', 'independence-day', 'gandhi-jayanti'].map(day)).toEqual([
      '01-26',
      '08-15',
      '10-02',
    ])
    expect(day('diwali') >= '10-15' && day('diwali') <= '11-16').toBe(true)
  })
})

function inOrder(rows: readonly Row[], columns: readonly string[]): void {
  for (const row of rows) {
    const days = columns.map((column) => `${row[column]}`)
    expect(days, JSON.stringify(row)).toEqual(days.toSorted())
  }
}
