/** Lays the week of every class so that no teacher, room or class is in two places. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const periods = [
  ['09:00', '10:00'],
  ['10:00', '11:00'],
  ['11:15', '12:15'],
  ['12:15', '13:15'],
  ['14:00', '15:00'],
  ['15:00', '16:00'],
]
const saturdayPeriods = 3

/** @returns rows of `timetable`. */
export function timetable({ teaching, classes, courses, rooms, random }) {
  const courseOf = new Map(courses.map((course) => [course.code, course]))
  const groupOf = new Map(classes.map((group) => [group.code, group]))
  const taken = new Set()
  const meetings = teaching.flatMap((duty) => meetingsOf(duty, courseOf.get(duty.course_code)))
  // Long meetings first: they are the hardest to place.
  return meetings
    .toSorted((a, b) => b.length - a.length)
    .map((meeting, at) => {
      const home = groupOf.get(meeting.duty.class_code).home_room
      const slot = place({ meeting, rooms: roomsFor(meeting, home, rooms), taken, random })
      return { id: at + 1, ...slot }
    })
}

/** A lecture is one period long, a laboratory or project two. */
function meetingsOf(duty, course) {
  const length = course.kind === 'theory' ? 1 : 2
  return Array.from({ length: course.hours_per_week / length }, () => ({ duty, course, length }))
}

function roomsFor({ course, length }, home, rooms) {
  if (length === 1) return [home]
  return rooms
    .filter((room) => room.kind === 'lab' && room.code.startsWith(course.department_code))
    .map((room) => room.code)
}

function place({ meeting, rooms, taken, random }) {
  const { duty, length } = meeting
  for (const { day, period } of random.shuffle(startsOf(length))) {
    for (const room of rooms) {
      const claims = claimsOf({ duty, room, day, period, length })
      if (claims.some((claim) => taken.has(claim))) continue
      claims.forEach((claim) => taken.add(claim))
      return row({ duty, room, day, period, length })
    }
  }
  throw new Error(`no free hour for ${duty.course_code} in ${duty.class_code}`)
}

const startsByLength = new Map([1, 2].map((length) => [length, listStarts(length)]))

function startsOf(length) {
  return startsByLength.get(length)
}

function listStarts(length) {
  return weekdays.flatMap((_, day) => {
    const count = day === 5 ? saturdayPeriods : periods.length
    return periods
      .map((_period, period) => ({ day, period }))
      .filter(({ period }) => period % length === 0 && period + length <= count)
  })
}

function claimsOf({ duty, room, day, period, length }) {
  return Array.from({ length }, (_, at) => `${duty.term} ${day} ${period + at}`).flatMap((hour) => [
    `${hour} class ${duty.class_code}`,
    `${hour} teacher ${duty.faculty_id}`,
    `${hour} room ${room}`,
  ])
}

function row({ duty, room, day, period, length }) {
  return {
    term: duty.term,
    class_code: duty.class_code,
    weekday: weekdays[day],
    weekday_number: day + 1,
    starts_at: periods[period][0],
    ends_at: periods[period + length - 1][1],
    course_code: duty.course_code,
    faculty_id: duty.faculty_id,
    room_code: room,
  }
}
