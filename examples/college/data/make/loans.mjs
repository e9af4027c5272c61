/**
 * Who has which book. Open loans are of the book bank, lent in June for the whole year, so that
 * they make sense on any day of it; overdue ones are so old that the fine has reached its limit.
 */
import { addDays, dayOf } from './dates.mjs'
import { demoStudents } from './demo-students.mjs'

export const fineLimit = 200
const finePerDay = 2

/** Titles of which every copy is out, on purpose. */
export const lentOut = [
  'Compilers: Principles, Techniques, and Tools',
  'Deep Learning',
  'Wings of Fire',
  'गोदान',
]

/** @returns rows of `loans`. */
export function loans({ students, books, firstYear, random }) {
  const shelf = new Map(books.map((book) => [book.id, book.copies_total]))
  const openings = [
    ...demoLoans(books, shelf),
    ...emptiedTitles(books, students, shelf, random),
    ...usualLoans(books, students, shelf, random),
  ]
  const rows = openings.map((opening) => row(opening, firstYear, random))
  return rows.map((loan, at) => ({ id: at + 1, ...loan }))
}

/** The same books, with the copies that are out taken off. */
export function withFreeCopies(books, loanRows) {
  const out = new Map()
  for (const { book_id: id, returned_on: returned } of loanRows) {
    if (returned === null) out.set(id, (out.get(id) ?? 0) + 1)
  }
  return books.map((book) => ({
    ...book,
    copies_free: book.copies_total - (out.get(book.id) ?? 0),
  }))
}

function demoLoans(books, shelf) {
  const titled = (title) => books.find((book) => book.title === title)
  const forTheYear = ['Database System Concepts', 'Operating System Concepts'].map(titled)
  const forgotten = [titled('Engineering Thermodynamics')]
  return demoStudents.flatMap(({ rollNumber, openLoans, overdueLoans }) => [
    ...forTheYear.slice(0, openLoans).map((book) => lend(shelf, rollNumber, book, 'open')),
    ...forgotten.slice(0, overdueLoans).map((book) => lend(shelf, rollNumber, book, 'overdue')),
    { rollNumber, book: titled('Malgudi Days'), kind: 'returned' },
  ])
}

function emptiedTitles(books, students, shelf, random) {
  return books
    .filter((book) => lentOut.includes(book.title))
    .flatMap((book) =>
      Array.from({ length: shelf.get(book.id) }, () =>
        lend(shelf, someone(students, random), book, 'open'),
      ),
    )
}

function usualLoans(books, students, shelf, random) {
  const kinds = [
    ...repeat('open', 900),
    ...repeat('overdue', 60),
    ...repeat('returned', 500),
    ...repeat('returned late', 40),
  ]
  return kinds.map((kind) => {
    const rollNumber = someone(students, random)
    const book = bookOnShelf(books, shelf, random)
    return kind === 'open' || kind === 'overdue'
      ? lend(shelf, rollNumber, book, kind)
      : { rollNumber, book, kind }
  })
}

function repeat(kind, length) {
  return Array.from({ length }, () => kind)
}

/** A title of which a copy remains when one is lent. */
function bookOnShelf(books, shelf, random) {
  const book = random.pick(books)
  return shelf.get(book.id) > 1 ? book : bookOnShelf(books, shelf, random)
}

/** Anyone but the demo students, whose shelves are arranged. */
function someone(students, random) {
  const student = random.pick(students)
  const isDemo = demoStudents.some((demo) => demo.rollNumber === student.roll_no)
  return isDemo ? someone(students, random) : student.roll_no
}

function lend(shelf, rollNumber, book, kind) {
  shelf.set(book.id, shelf.get(book.id) - 1)
  return { rollNumber, book, kind }
}

function row({ rollNumber, book, kind }, firstYear, random) {
  const yearStart = dayOf(firstYear, '07-01')
  const owner = { roll_no: rollNumber, book_id: book.id }
  if (kind === 'open') {
    const due = addDays(dayOf(firstYear, '06-30'), -random.int(0, 6))
    return { ...owner, issued_on: addDays(yearStart, -random.int(1, 12)), due_on: due, ...unfined }
  }
  const issued = addDays(yearStart, -random.int(140, 200))
  const due = addDays(issued, 14)
  if (kind === 'overdue') {
    const fine = { fine: fineLimit, fine_due: fineLimit }
    return { ...owner, issued_on: issued, due_on: due, returned_on: null, ...fine }
  }
  const isLate = kind === 'returned late'
  const late = isLate ? random.int(3, 60) : 0
  const fine = Math.min(fineLimit, late * finePerDay)
  return {
    ...owner,
    issued_on: issued,
    due_on: due,
    returned_on: addDays(due, isLate ? late : -random.int(0, 10)),
    fine,
    fine_due: random.chance(0.5) ? fine : 0,
  }
}

const unfined = { returned_on: null, fine: 0, fine_due: 0 }
