/** The date sheet: one paper a day for each class of students, never on a Sunday or holiday. */
import { addDays, daysBetween, weekdayName, weekdayNumber } from './dates.mjs'

const times = {
  mid: [
    ['10:00', '11:30'],
    ['14:00', '15:30'],
  ],
  end: [
    ['10:00', '13:00'],
    ['14:00', '17:00'],
  ],
}

export function examSchedule({ sessions, curriculum, courses, holidays }) {
  const written = new Set(courses.filter((c) => c.kind === 'theory').map((c) => c.code))
  const papers = curriculum.filter((row) => written.has(row.course_code))
  const rows = sessions.flatMap((session) => {
    const isOdd = session.term === 'odd'
    const sat = papers.filter((row) => (row.semester % 2 === 1) === isOdd)
    return grouped(sat).flatMap((group) => sheet(session, group, openDays(session, holidays)))
  })
  return rows.map((row, at) => ({ id: at + 1, ...row }))
}

/** Papers that the same students sit. */
function grouped(papers) {
  const groups = new Map()
  for (const paper of papers) {
    const key = `${paper.programme_code} ${paper.semester}`
    groups.set(key, [...(groups.get(key) ?? []), paper])
  }
  return [...groups.values()]
}

/** Spreads the papers of one semester over the days of a session. */
function sheet(session, papers, days) {
  const gap = Math.floor(days.length / papers.length)
  return papers.map((paper, at) => {
    const day = days[at * gap]
    const [startsAt, endsAt] = times[session.kind][Math.ceil(paper.semester / 2) % 2]
    return {
      session_code: session.code,
      programme_code: paper.programme_code,
      semester: paper.semester,
      course_code: paper.course_code,
      exam_on: day,
      weekday: weekdayName(day),
      starts_at: startsAt,
      ends_at: endsAt,
      hall: hallOf(paper),
    }
  })
}

/** The session from its first open day to its last. */
export function onOpenDays(session, holidays) {
  const days = openDays(session, holidays)
  return { ...session, starts_on: days[0], ends_on: days.at(-1) }
}

/** Its days that are neither Sundays nor holidays. */
function openDays(session, holidays) {
  const closed = new Set(holidays.map((holiday) => holiday.holiday_on))
  const length = daysBetween(session.starts_on, session.ends_on) + 1
  return Array.from({ length }, (_, at) => addDays(session.starts_on, at)).filter(
    (day) => weekdayNumber(day) !== 0 && !closed.has(day),
  )
}

function hallOf({ semester, programme_code: programme }) {
  const number = ((Math.ceil(semester / 2) * 3 + programme.length) % 8) + 1
  return `Hall ${number}, Administration Block`
}
