import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CollegeDesk, openCollege } from './college-desk.ts'

let college: CollegeDesk
beforeAll(async () => {
  college = await openCollege()
})
afterAll(() => college.close())

/** A question whose answer is `before`, then a change of a row, then `after`. */
interface Claim {
  readonly topic: string
  readonly question: string
  readonly before: string
  readonly source: 'office' | 'library' | 'exams'
  readonly sql: string
  readonly after: string
  /** The student who asks, where it is private. */
  readonly student?: string
}

const everybodys: readonly Claim[] = [
  {
    topic: 'the date sheet',
    question: 'date sheet of B.Tech CSE semester 5',
    before: 'Tuesday, 24 November 2026 at 2:00 pm',
    source: 'exams',
    sql: "update exam_schedule set starts_at = '09:30' where course_code = 'CS301' and exam_on = '2026-11-24'",
    after: 'Tuesday, 24 November 2026 at 9:30 am',
  },
  {
    topic: 'the exam form',
    question: 'what is the last date of the exam form?',
    before: 'its last date is Friday, 12 February 2027',
    source: 'exams',
    sql: "update exam_sessions set form_last_date = '2027-02-15' where code = 'mid-even'",
    after: 'its last date is Monday, 15 February 2027',
  },
  {
    topic: 'exam rules',
    question: 'is a calculator allowed in the exam',
    before: 'Non-programmable',
    source: 'exams',
    sql: "update exam_rules set rule_text = 'An abacus at the most.' where code = 'calculator'",
    after: 'An abacus at the most.',
  },
  {
    topic: 'grades',
    question: 'what grade do I get for 81 marks',
    before: '9 grade points',
    source: 'exams',
    sql: "update grades set points = 8 where grade = 'A+'",
    after: '8 grade points',
  },
  {
    topic: 'books',
    question: 'is Let Us C available',
    before: 'copies free, shelf P-',
    source: 'library',
    sql: "update books set copies_free = 0 where title = 'Let Us C'",
    after: 'copies are out',
  },
  {
    topic: 'library timings',
    question: 'when does the library open',
    before: 'from 8:00 am',
    source: 'library',
    sql: "update library_timings set opens_at = '06:45' where id = 1",
    after: 'from 6:45 am',
  },
  {
    topic: 'hostels',
    question: 'is there a vacancy in Kaveri',
    before: 'No vacancy in Kaveri Hostel',
    source: 'office',
    sql: "update hostel_rooms set beds_vacant = 3 where hostel_code = 'kaveri' and room_type = 'triple'",
    after: '3 beds are free in Kaveri Hostel',
  },
  {
    topic: 'fees',
    question: 'what is the fee for second year B.Tech CSE?',
    before: '₹1,26,800 for the year',
    source: 'office',
    sql: "update fee_structure set amount = amount + 1000 where programme_code = 'BTECH-CSE' and component = 'Examination'",
    after: '₹1,27,800 for the year',
  },
  {
    topic: 'scholarships',
    question: 'is there a scholarship for girls',
    before: '₹40,000 a year',
    source: 'office',
    sql: "update scholarships set amount = '₹55,000 a year' where name like 'Savitri%'",
    after: '₹55,000 a year',
  },
  {
    topic: 'the elder brother',
    question: 'tell me a hostel joke',
    before: 'question marks',
    source: 'office',
    sql: "update elder_brother set line = 'Our mess has two dishes: take it, and leave it.' where topic = 'hostel' and kind = 'joke'",
    after: 'take it, and leave it',
  },
  {
    topic: 'facilities',
    question: 'gym timings',
    before: '₹500 a term',
    source: 'office',
    sql: "update facilities set charges = '₹650 a term' where code = 'gym'",
    after: '₹650 a term',
  },
  {
    topic: 'the menu of the day',
    question: 'what is on the canteen menu today',
    before: 'specially Rajma chawal',
    source: 'office',
    sql: "update canteen_menu set item = 'Dal makhani' where served_on = 'Monday'",
    after: 'specially Dal makhani',
  },
  {
    topic: 'buses',
    question: 'Swargate se bus kitne baje hai',
    before: 'at 7:20 am',
    source: 'office',
    sql: "update bus_stops set morning_at = '07:25' where stop = 'Swargate'",
    after: 'at 7:25 am',
  },
]

const ones: readonly Claim[] = [
  {
    topic: 'results',
    student: 'RC1501',
    question: 'what is my SGPA',
    before: 'SGPA 9.8',
    source: 'exams',
    sql: "update sgpa set sgpa = 9.9 where roll_no = 'RC1501' and semester = 6",
    after: 'SGPA 9.9',
  },
  {
    topic: 'attendance',
    student: 'RC1501',
    question: 'my attendance',
    before: '94 %. You need 75 %',
    source: 'exams',
    sql: "update attendance set percent = 96 where roll_no = 'RC1501'",
    after: '96 %. You need 75 %',
  },
  {
    topic: 'fees status',
    student: 'RC1501',
    question: 'fees status',
    before: 'you owe nothing',
    source: 'office',
    sql: "update fee_dues set paid = paid - 100, due = 100 where roll_no = 'RC1501' and head_number = 1",
    after: '₹100 is left, of which ₹100 is overdue',
  },
  {
    topic: 'library dues',
    student: 'RC1042',
    question: 'my due dates',
    before: 'due on Sunday, 27 June 2027',
    source: 'library',
    sql: "update loans set due_on = '2026-11-20' where roll_no = 'RC1042' and due_on = '2027-06-27'",
    after: 'is overdue since Friday, 20 November 2026',
  },
]

describe.each([...everybodys, ...ones])('$topic', (claim) => {
  test('a changed row changes the answer', async () => {
    const as = claim.student === undefined ? undefined : await called(claim.student)
    const said = await college.ask(claim.question, as)
    expect(said).toContain(claim.before)
    expect(said).not.toContain(claim.after)
    await college.change(claim.source, claim.sql)
    expect(await college.ask(claim.question, as)).toContain(claim.after)
  })
})

test('whether one may sit the exam is computed from three databases', async () => {
  const ask = async () =>
    college.ask('may I sit the exam, or do I owe anything?', await called('RC1187'))
  expect(await ask()).toMatch(/Not yet[^]*Attendance: 68 %[^]*Fees: ₹85,900[^]*fine of ₹200/)
  await college.change('exams', "update attendance set percent = 80 where roll_no = 'RC1187'")
  expect(await ask()).toMatch(/Not yet/)
  expect(await ask()).not.toContain('Attendance')
  await college.change(
    'office',
    "update fee_dues set paid = amount, due = 0 where roll_no = 'RC1187'",
  )
  expect(await ask()).not.toContain('Fees:')
  await college.change(
    'library',
    "update loans set returned_on = '2026-11-22', fine_due = 0 where roll_no = 'RC1187'",
  )
  expect(await ask()).toContain("Yes, Rhea D'Souza, you may sit")
})

/** A student who is signed in. */
function called(rollNumber: string) {
  return college.opened.named({ identity: 'student', key: rollNumber })
}
