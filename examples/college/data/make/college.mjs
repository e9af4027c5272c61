/** Puts the college together, each part from those before it. */
import { schema } from '../schema.mjs'
import { accounts, feeKey } from './accounts.mjs'
import { admissionDates, eligibility } from './admission.mjs'
import { books, subjects } from './books.mjs'
import { busRoutes, busStops } from './buses.mjs'
import { campusPlaces } from './campus-plan.mjs'
import { classes, rooms } from './classes.mjs'
import { readTable } from './content.mjs'
import { courses, curriculum, programmes } from './courses.mjs'
import { examSchedule, onOpenDays } from './exam-schedule.mjs'
import { feeStructure } from './fees.mjs'
import { holidays } from './holidays.mjs'
import { loans, withFreeCopies } from './loans.mjs'
import { randomFrom } from './random.mjs'
import { attendance, results } from './results.mjs'
import { routes } from './routes.mjs'
import { clubs, events } from './student-life.mjs'
import { students } from './students.mjs'
import { departments, teachers } from './teachers.mjs'
import { teaching } from './teaching.mjs'
import { timetable } from './timetable.mjs'

/** `{ office, library, exams }`, each `{ table: [row, …] }`, for one academic year. */
export function makeCollege(firstYear) {
  const study = makeStudy()
  const campus = makeCampus(study, firstYear)
  const written = withOpenExams(handWritten(firstYear), campus.holidays)
  const people = makePeople(study, written.office, firstYear)
  return {
    office: { ...written.office, ...study, ...campus, ...people },
    library: { ...written.library, ...makeLibrary(study, people, firstYear) },
    exams: { ...written.exams, ...makeExams({ study, campus, people, written, firstYear }) },
  }
}

/** Each part draws from its own source, so that changing one leaves the others as they were. */
function seeded(part) {
  return randomFrom(`Riverdale ${part}`)
}

const handWrittenTables = {
  office: [
    'college_facts',
    'contacts',
    'calendar',
    'social_handles',
    'facilities',
    'canteen_menu',
    'admission_steps',
    'admission_documents',
    'fee_categories',
    'scholarships',
    'portal_tasks',
    'payment_methods',
    'hostels',
    'hostel_rooms',
    'hostel_rules',
    'hostel_steps',
    'elder_brother',
  ],
  library: ['library_timings', 'library_rules'],
  exams: ['exam_sessions', 'exam_rules', 'grades'],
}

function handWritten(firstYear) {
  return Object.fromEntries(
    Object.entries(handWrittenTables).map(([database, names]) => [
      database,
      Object.fromEntries(
        names.map((name) => [name, readTable(name, schema[database][name], firstYear)]),
      ),
    ]),
  )
}

/** Exams begin and end on days when the college is open, and the calendar says the same of them. */
function withOpenExams({ office, library, exams }, closed) {
  const sessions = exams.exam_sessions.map((session) => onOpenDays(session, closed))
  const byCode = new Map(sessions.map((session) => [session.code, session]))
  const calendar = office.calendar.map((row) => {
    const { starts_on, ends_on } = byCode.get(row.code) ?? row
    return { ...row, starts_on, ends_on }
  })
  return {
    office: { ...office, calendar },
    library,
    exams: { ...exams, exam_sessions: sessions },
  }
}

function makeStudy() {
  const parts = { departments: departments(), programmes: programmes(), courses: courses() }
  const faculty = teachers(parts.departments, seeded('faculty'))
  const plan = curriculum(parts.programmes)
  const groups = classes(parts.programmes)
  const allRooms = rooms(groups, parts.departments)
  const school = { ...parts, faculty, curriculum: plan, classes: groups, rooms: allRooms }
  const duties = teaching({ ...school, random: seeded('teaching') })
  return {
    ...school,
    teaching: duties,
    timetable: timetable({ ...school, teaching: duties, random: seeded('timetable') }),
  }
}

function makeCampus({ departments: departmentRows, faculty }, firstYear) {
  const places = campusPlaces()
  const closed = holidays(firstYear)
  const clubRows = clubs(faculty, seeded('clubs'))
  return {
    places,
    routes: routes(places),
    holidays: closed,
    bus_routes: busRoutes(),
    bus_stops: busStops(),
    clubs: clubRows,
    events: events({
      departments: departmentRows,
      clubs: clubRows,
      holidays: closed,
      firstYear,
      random: seeded('events'),
    }),
  }
}

function makePeople(study, office, firstYear) {
  const fees = feeStructure(study.programmes)
  const feesByKey = new Map()
  for (const row of fees) feesByKey.set(feeKey(row), [...(feesByKey.get(feeKey(row)) ?? []), row])
  const hostel = { hostels: office.hostels, hostelRooms: office.hostel_rooms }
  const rows = students({ ...study, ...hostel, firstYear, random: seeded('students') })
  const money = accounts({
    students: rows,
    feeStructure: feesByKey,
    hostelRooms: office.hostel_rooms,
    firstYear,
    random: seeded('accounts'),
  })
  return {
    fee_structure: fees,
    eligibility: eligibility(study.programmes),
    admission_dates: admissionDates(study.programmes, firstYear),
    students: rows,
    fee_dues: money.feeDues,
    payments: money.payments,
  }
}

function makeLibrary(study, people, firstYear) {
  const stock = books(study.courses, seeded('books'))
  const lent = loans({
    students: people.students,
    books: stock.books,
    firstYear,
    random: seeded('loans'),
  })
  return {
    subjects: subjects(),
    books: withFreeCopies(stock.books, lent),
    book_courses: stock.bookCourses,
    loans: lent,
  }
}

function makeExams({ study, campus, people, written, firstYear }) {
  const { grades, exam_sessions: sessions } = written.exams
  const marks = {
    ...study,
    students: people.students,
    grades,
    firstYear,
    random: seeded('results'),
  }
  return {
    papers: study.courses.map(paper),
    exam_schedule: examSchedule({ ...study, sessions, holidays: campus.holidays }),
    ...results(marks),
    attendance: attendance(people.students, seeded('attendance')),
  }
}

function paper(course) {
  return {
    course_code: course.code,
    title: course.title,
    short_name: course.short_name,
    credits: course.credits,
    max_marks: 100,
    minutes: course.kind === 'theory' ? 180 : 0,
  }
}
