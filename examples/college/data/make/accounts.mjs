/** What every student owes and has paid: for each, the heads less the payments is what is due. */
import { addDays, dayOf } from './dates.mjs'
import { demoOf } from './demo-students.mjs'

const methods = [
  'UPI',
  'UPI',
  'Net banking',
  'Debit or credit card',
  'Demand draft',
  'Education loan',
]

/** @returns `{ feeDues, payments }`, rows of both tables. */
export function accounts({ students, feeStructure, hostelRooms, firstYear, random }) {
  const feeDues = []
  const payments = []
  for (const student of students) {
    const heads = headsOf(student, feeStructure, hostelRooms, firstYear)
    const parts = amountsPaid(student, heads, random)
    feeDues.push(...settle(student, heads, sum(parts)))
    parts.forEach((amount, at) => {
      const paidOn = addDays(dayOf(firstYear, '06-01 last'), at * 15 + random.int(0, 13))
      payments.push(receipt({ count: payments.length, student, amount, paidOn, random }))
    })
  }
  return { feeDues, payments }
}

function headsOf(student, feeStructure, hostelRooms, firstYear) {
  const first = dayOf(firstYear, '07-31')
  const second = dayOf(firstYear, '01-15')
  const components = feeStructure.get(feeKey(student)).filter(({ amount }) => amount > 0)
  const heads = components.flatMap(({ component, amount }) =>
    component === 'Tuition'
      ? [
          { name: 'Tuition, first half', amount: amount / 2, dueOn: first },
          { name: 'Tuition, second half', amount: amount / 2, dueOn: second },
        ]
      : [{ name: component, amount, dueOn: first }],
  )
  const room = hostelRooms.find(
    (candidate) =>
      candidate.hostel_code === student.hostel_code && candidate.room_type === student.room_type,
  )
  if (room) {
    heads.push(
      { name: 'Hostel room', amount: room.room_fee, dueOn: first },
      { name: 'Hostel mess', amount: room.mess_fee, dueOn: second },
    )
  }
  return heads.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** The key under which `accounts` looks up a student's components. */
export function feeKey({ programme_code: programme, year_of_study: year, category }) {
  return `${programme} ${year} ${category}`
}

/** What was paid in June, as one or two receipts. */
function amountsPaid(student, heads, random) {
  const whole = sum(heads.map((head) => head.amount))
  const firstHalf = sum(heads.filter((head) => head.dueOn === heads[0].dueOn).map((h) => h.amount))
  const habit = demoOf.get(student.roll_no)?.pays ?? random.pick(habits)
  if (habit === 'all') return [whole]
  if (habit === 'all in two') return [firstHalf, whole - firstHalf].filter((amount) => amount > 0)
  if (habit === 'first half') return [firstHalf]
  return [Math.round((firstHalf * random.int(3, 8)) / 1000) * 100]
}

const habits = ['all', 'all', 'all', 'all', 'all in two', 'first half', 'first half', 'a part']

/** Spreads what was paid over the heads, those due first coming first. */
function settle(student, heads, paidInAll) {
  let left = paidInAll
  return heads.map((head, at) => {
    const paid = Math.min(left, head.amount)
    left -= paid
    return {
      roll_no: student.roll_no,
      head_number: at + 1,
      fee_head: head.name,
      amount: head.amount,
      paid,
      due: head.amount - paid,
      due_on: head.dueOn,
    }
  })
}

function receipt({ count, student, amount, paidOn, random }) {
  return {
    receipt_no: `RC/${paidOn.slice(0, 4)}/${String(count + 1).padStart(5, '0')}`,
    roll_no: student.roll_no,
    amount,
    paid_on: paidOn,
    method: random.pick(methods),
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
