/** Clubs, what happens in them, and what the departments organise. */
import { addDays, dayOf, daysBetween, weekdayNumber } from './dates.mjs'
import { readCells, readRows } from './content.mjs'

/** Each club is looked after by a teacher of a department, each teacher by turn. */
export function clubs(faculty, random) {
  const turns = new Map()
  return readRows('clubs').map((row, at) => {
    const { faculty: department, ...club } = row
    const colleagues = faculty.filter((teacher) => teacher.department_code === department)
    const turn = (turns.get(department) ?? 0) + 1
    turns.set(department, turn)
    return {
      ...club,
      id: at + 1,
      joining_fee: Number(row.joining_fee),
      faculty_id: colleagues[turn % colleagues.length].id,
      phone: `+91 20 5551 ${random.int(1000, 9999)}`,
      email: `club${String(at + 1).padStart(2, '0')}@riverdale.example`,
    }
  })
}

export function events({ departments, clubs: clubRows, holidays, firstYear, random }) {
  const closed = new Set(holidays.map((holiday) => holiday.holiday_on))
  const openDay = (month) => openDayIn(firstYear, month, closed, random)
  const rows = [...departmentEvents(departments, openDay), ...clubEvents(clubRows, openDay)]
  return rows
    .toSorted((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
    .map((row, at) => ({ id: at + 1, ...row, starts_at: random.pick(hours) }))
}

const hours = ['10:00', '11:30', '14:00', '15:30', '17:00']

/** Each event is held in three months, so that something is always ahead. */
function departmentEvents(departments, openDay) {
  return readCells('events').flatMap(([title, kind, code], at) => {
    const { place_code: place, name } = departments.find((row) => row.code === code)
    return [0, 1, 2].map((turn) => ({
      title,
      kind,
      department_code: code,
      club_id: null,
      starts_on: openDay((at + turn * 4) % 12),
      place_code: place,
      fee: kind === 'workshop' ? 100 : 0,
      about: `By the department of ${name}. Open to all years; write your name in the office.`,
    }))
  })
}

function clubEvents(clubRows, openDay) {
  return clubRows.flatMap((club, at) =>
    [0, 6].map((later) => ({
      title: later === 0 ? `${club.name}: open evening` : `${club.name}: the big day`,
      kind: later === 0 ? 'talk' : 'fest',
      department_code: null,
      club_id: club.id,
      starts_on: openDay((at + later) % 12),
      place_code: club.place_code,
      fee: 0,
      about: club.about,
    })),
  )
}

/** A day that is neither Sunday nor holiday in a month counted from July. */
function openDayIn(firstYear, month, closed, random) {
  const number = String(((month + 6) % 12) + 1).padStart(2, '0')
  const first = dayOf(firstYear, `${number}-01`)
  const isOpen = (day) => weekdayNumber(day) !== 0 && !closed.has(day)
  let day = addDays(first, random.int(2, 24))
  while (!isOpen(day) && daysBetween(first, day) < 27) day = addDays(day, 1)
  return isOpen(day) ? day : addDays(first, 1)
}
