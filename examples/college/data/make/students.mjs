/** Two thousand students: who they are, where they sit, where they sleep. */
import { classSizes } from './classes.mjs'
import { demoOf, demoStudents } from './demo-students.mjs'
import { personName } from './names.mjs'

const firstRollNumber = 1001

export function students({ classes, programmes, hostelRooms, hostels, firstYear, random }) {
  const levelOf = new Map(programmes.map((programme) => [programme.code, programme.level]))
  const seats = random.shuffle(
    classes.flatMap((group) =>
      Array.from({ length: classSizes[group.programme_code].size }, () => group),
    ),
  )
  const rows = withDemoClasses(seats).map((group, at) =>
    student({ at, group, level: levelOf.get(group.programme_code), firstYear, random }),
  )
  return withRooms(rows, hostelRooms, hostels, random)
}

/** Puts the demo students into their classes by swapping seats, so that class sizes stay. */
function withDemoClasses(seats) {
  const arranged = [...seats]
  const demoSeats = demoStudents.map((demo) => seatOf(demo))
  for (const demo of demoStudents) {
    const wanted = arranged.findIndex(
      (group, at) => group.code === demo.classCode && !demoSeats.includes(at),
    )
    const seat = seatOf(demo)
    ;[arranged[seat], arranged[wanted]] = [arranged[wanted], arranged[seat]]
  }
  return arranged
}

function seatOf(demo) {
  return Number(demo.rollNumber.slice(2)) - firstRollNumber
}

function student({ at, group, level, firstYear, random }) {
  const rollNumber = `RC${firstRollNumber + at}`
  const demo = demoOf.get(rollNumber)
  const gender = random.chance(0.42) ? 'female' : 'male'
  const ageAtEntry = level === 'UG' ? 18 : 22
  const birthYear = firstYear - ageAtEntry - (group.year_of_study - 1)
  const drawn = {
    name: personName(random, gender),
    dob: `${birthYear}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    category: random.pick(categories),
  }
  return {
    roll_no: rollNumber,
    name: demo?.name ?? drawn.name,
    gender: demo?.gender ?? gender,
    dob: demo?.dob ?? drawn.dob,
    programme_code: group.programme_code,
    year_of_study: group.year_of_study,
    class_code: group.code,
    category: demo?.category ?? drawn.category,
    admission_year: firstYear - (group.year_of_study - 1),
    hostel_code: null,
    room_type: null,
    email: `${rollNumber.toLowerCase()}@students.riverdale.example`,
  }
}

const categories = ['Open', 'Open', 'Open', 'Open', 'OBC', 'OBC', 'OBC', 'EWS', 'SC', 'SC', 'ST']

/** Fills exactly the beds that are not vacant. */
function withRooms(rows, hostelRooms, hostels, random) {
  const queues = {
    boys: applicants(rows, 'male', random),
    girls: applicants(rows, 'female', random),
  }
  const beds = new Map()
  for (const room of hostelRooms) {
    const { for_whom: whom } = hostels.find((hostel) => hostel.code === room.hostel_code)
    for (const rollNumber of queues[whom].splice(0, room.beds_total - room.beds_vacant)) {
      beds.set(rollNumber, { hostel_code: room.hostel_code, room_type: room.room_type })
    }
  }
  return rows.map((row) => ({ ...row, ...beds.get(row.roll_no) }))
}

function applicants(rows, gender, random) {
  const rollNumbers = rows.filter((row) => row.gender === gender).map((row) => row.roll_no)
  const asking = rollNumbers.filter((rollNumber) => demoOf.get(rollNumber)?.hosteller)
  const others = rollNumbers.filter((rollNumber) => !demoOf.has(rollNumber))
  return [...asking, ...random.shuffle(others)]
}

function two(number) {
  return String(number).padStart(2, '0')
}
