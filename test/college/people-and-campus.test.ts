import { afterAll, beforeAll, expect, test } from 'vitest'
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
  readonly sql: string
  readonly after: string
  readonly source?: string
}

const claims: readonly Claim[] = [
  {
    topic: 'college information',
    question: 'what is the dress code',
    before: 'closed shoes',
    sql: "update college_facts set fact = 'A blue scarf on Mondays.' where topic = 'dress'",
    after: 'A blue scarf on Mondays.',
  },
  {
    topic: 'offices',
    question: 'who is the principal?',
    before: 'Dr. Sumitra Bhagwat',
    sql: "update contacts set holder = 'Dr. Savita Rane' where code = 'principal'",
    after: 'Dr. Savita Rane',
  },
  {
    topic: 'eligibility',
    question: 'can I get B.Tech CSE with 58 percent',
    before: 'Not with 58 %',
    sql: "update eligibility set min_percent = 57 where programme_code = 'BTECH-CSE' and category = 'Open'",
    after: 'Yes. B.Tech CSE asks 57 %',
  },
  {
    topic: 'admission dates',
    question: 'last date to apply for MBA',
    before: '25 May 2027',
    sql: "update admission_dates set last_date = '2027-06-02' where programme_code = 'MBA'",
    after: '2 June 2027',
  },
  {
    topic: 'academic calendar',
    question: 'when do the mid-sems start?',
    before: 'from Monday, 22 February 2027',
    sql: "update calendar set starts_on = '2027-03-01' where code = 'mid-even'",
    after: 'from Monday, 1 March 2027',
  },
  {
    topic: 'holidays',
    question: 'is Friday a holiday?',
    before: 'is a working day',
    sql: "update holidays set holiday_on = '2026-11-27' where code = 'christmas'",
    after: 'Friday, 27 November 2026 is Christmas',
  },
  {
    topic: 'heads of departments',
    question: 'who is the HOD of computer science and what is her number?',
    before: 'Dr. Meenakshi Iyer heads Computer Science and Engineering',
    sql: "update faculty set is_hod = case last_name when 'Chatterjee' then 'yes' else 'no' end where department_code = 'CS'",
    after: 'Prof. Arindam Chatterjee heads Computer Science and Engineering. His number',
  },
  {
    topic: 'teachers',
    question: "Lakshmi Rao's cabin?",
    before: 'sits in cabin EC-101',
    sql: "update faculty set cabin = 'EC-999' where name = 'Lakshmi Rao'",
    after: 'sits in cabin EC-999',
  },
  {
    topic: 'portal',
    question: 'last date to pay the second instalment',
    before: '15 January 2027',
    sql: "update portal_tasks set last_date = '2027-01-29' where code = 'pay-fees-2'",
    after: '29 January 2027',
  },
  {
    topic: 'ways to pay',
    question: 'can I pay in cash',
    before: 'up to ₹2,000',
    sql: "update payment_methods set how = 'At the bank counter' where code = 'cash'",
    after: 'At the bank counter',
  },
  {
    topic: 'places',
    question: 'where is the canteen',
    before: '240 seats',
    sql: "update places set about = 'Now with a roof garden.' where code = 'canteen'",
    after: 'Now with a roof garden.',
  },
  {
    topic: 'ways on the campus',
    question: 'how do I get from the main gate to the library?',
    before: 'about 4 minutes',
    sql: "update routes set minutes = 9 where from_code = 'main-gate' and to_code = 'library'",
    after: 'about 9 minutes',
  },
  {
    topic: 'clubs',
    question: 'tell me about the robotics club',
    before: 'on Tuesday at 4:30 pm',
    sql: "update clubs set meets_on = 'Thursday', meets_at = '18:15' where name = 'Robotics Club'",
    after: 'on Thursday at 6:15 pm',
  },
  {
    topic: 'events',
    question: 'events of the civil department',
    before: 'No event is planned in Civil Engineering',
    sql: "update events set department_code = 'CE' where title = 'Night sky watch'",
    after: 'Night sky watch',
  },
  {
    topic: 'social media',
    question: 'what is your instagram?',
    before: '@riverdale.college',
    sql: "update social_handles set handle = '@river.dale' where platform = 'Instagram'",
    after: '@river.dale',
  },
  {
    topic: 'teacher and books, the book in another database',
    question: 'who teaches DBMS and which of its books are free?',
    before: 'An Introduction to Database Systems',
    source: 'library',
    sql: "update books set title = 'Databases by the River' where title = 'An Introduction to Database Systems'",
    after: 'Databases by the River',
  },
]

test.each(claims)('$topic: a changed row changes the answer', async (claim) => {
  const said = await college.ask(claim.question)
  expect(said).toContain(claim.before)
  expect(said).not.toContain(claim.after)
  await college.change(claim.source ?? 'office', claim.sql)
  expect(await college.ask(claim.question)).toContain(claim.after)
})

test('what nobody can borrow is not told as free', async () => {
  await college.change('library', 'update books set copies_free = 0')
  expect(
    await college.ask('who teaches operating systems and which of its books are free?'),
  ).toContain('None of its books is free in the library just now.')
})

test('a new teacher is known by name without training', async () => {
  await college.change(
    'office',
    "update faculty set name = 'Zubin Mistry', first_name = 'Zubin', last_name = 'Mistry' where name = 'Kiran Hegde'",
  )
  await college.opened.reload()
  expect(await college.ask("Prof. Mistry's cabin?")).toContain('Zubin Mistry sits in cabin CS-')
})
