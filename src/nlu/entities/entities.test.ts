import { expect, test } from 'vitest'
import { recogniser } from './index.ts'

const recognise = recogniser([
  { kind: 'pattern', name: 'roll-number', pattern: String.raw`RC\d{4}`, upper: true },
])

/** A Monday, half past ten in the morning in India. */
const circumstances = {
  now: '2026-11-23T05:00:00.000Z',
  timezone: 'Asia/Kolkata',
  country: 'IN',
  asked: null,
}

function values(entity: string, text: string, asked: string | null = null): readonly unknown[] {
  const found = recognise(text, { ...circumstances, asked })
  for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text)
  return found.filter((one) => one.entity === entity).map((one) => one.value)
}

test.each([
  ['number', 'am I eligible with 68 % in PCM?', [68]],
  ['number', 'two books for second year', [2, 2]],
  ['number', 'fees up to 1.5 lakh', [150000]],
  ['number', '1,43,500', [143500]],
  ['number', 'two hundred and five', [205]],
  ['number', 'twenty-one', [21]],
  ['number', '3rd year', [3]],
  ['number', '-5', [-5]],
  ['number', 'which one is better', []],
  ['number', 'दूसरे साल', [2]],
  ['number', 'room B12', []],
  ['date', 'born 12 April 2005', ['2005-04-12']],
  ['date', '03/04/2005', ['2005-04-03']],
  ['date', '12 04 2005', ['2005-04-12']],
  ['date', '31/02/2005', []],
  ['date', 'is friday a holiday', ['2026-11-27']],
  ['date', 'open tomorrow?', ['2026-11-24']],
  ['date', 'kal chutti hai kya', ['2026-11-24']],
  ['date', 'क्या शुक्रवार को छुट्टी है', ['2026-11-27']],
  ['date', 'somwar ko college hai', ['2026-11-30']],
  ['date', 'आज', ['2026-11-23']],
  ['date', 'may I sit the exam', []],
  ['date', 'I sat there', []],
  ['date', 'fees in december', []],
  ['time', 'at 4:30 pm', ['16:30']],
  ['time', '16:00', ['16:00']],
  ['time', '5 baje', ['17:00']],
  ['time', '12 am', ['00:00']],
  ['time', '13 pm or 25:00', []],
  ['money', '₹1,43,500 only', [143500]],
  ['money', 'rs. 500', [500]],
  ['money', '1.5 lakh rupees', [150000]],
  ['money', 'two books', []],
  ['email', 'write to Asha.Rao@example.ac.in.', ['asha.rao@example.ac.in']],
  ['email', 'not an @ address', []],
  ['phone', 'call 98765 43210', ['+919876543210']],
  ['phone', '+91-9876543210', ['+919876543210']],
  ['phone', 'roll 12345', []],
  ['person-name', 'my name is asha rao', ['Asha Rao']],
  ['person-name', "Hi, I'm Rahul and I need help", ['Rahul']],
  ['person-name', 'mera naam Priya hai', ['Priya']],
  ['person-name', 'I am a student', []],
  ['person-name', 'i am looking for the library', []],
  ['yes-no', 'yes please', [true]],
  ['yes-no', 'haan ji', [true]],
  ['yes-no', 'nahi', [false]],
  ['yes-no', 'ok so who is the principal of the college', []],
  ['roll-number', 'fees of rc1042 please', ['RC1042']],
  ['roll-number', 'XRC1042', []],
])('as %s, "%s" holds %j', (entity, text, expected) => {
  expect(values(entity, text)).toEqual(expected)
})

test.each([
  ['date', '12042005', ['2005-04-12']],
  ['person-name', 'asha', ['Asha']],
  ['person-name', 'what', []],
  ['yes-no', 'yes I would like that very much', [true]],
  ['text', '  the fan is broken ', ['the fan is broken']],
])('asked for a %s, "%s" holds %j', (entity, text, expected) => {
  expect(values(entity, text, entity)).toEqual(expected)
})
