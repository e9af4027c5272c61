import { expect, test } from 'vitest'
import { meantOf, recogniser } from './index.ts'

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
  ['number', '2006-04', []],
  ['number', 'rooms 2 3', [2, 3]],
  ['number', 'three four', [3, 4]],
  ['number', '1 lakh 43 thousand', [143000]],
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
  ['date', 'open day after tomorrow?', ['2026-11-25']],
  ['date', 'day before yesterday', ['2026-11-21']],
  ['date', 'परसों छुट्टी है क्या', ['2026-11-25']],
  ['date', 'is monday a holiday', ['2026-11-30']],
  ['date', 'सोमवार को कॉलेज है', ['2026-11-30']],
  ['date', 'next friday', ['2026-12-04']],
  ['date', 'agle shukravar ko', ['2026-12-04']],
  ['date', 'अगले शुक्रवार', ['2026-12-04']],
  ['date', 'last friday', ['2026-11-20']],
  ['date', 'pichle shukravar', ['2026-11-20']],
  ['date', 'friday 4 december', ['2026-12-04']],
  ['date', 'open tommorow?', ['2026-11-24']],
  ['date', 'is wensday off', ['2026-11-25']],
  ['date', 'tmrw college hai kya', ['2026-11-24']],
  ['date', '25 decembr', ['2026-12-25']],
  ['date', '२५ दिसंबर को छुट्टी है', ['2026-12-25']],
  ['date', '12 janvari', ['2027-01-12']],
  ['date', '3 din baad', ['2026-11-26']],
  ['date', 'in 3 days', ['2026-11-26']],
  ['date', 'in two weeks', ['2026-12-07']],
  ['date', '2006-04', []],
  ['date', 'they marched on, some member wed in the sun', []],
  ['date', 'next week', []],
  ['date', '1 to 10 december', ['2026-12-10']],
  ['period', 'holidays in december', ['2026-12-01/2026-12-31']],
  ['period', 'दिसंबर में छुट्टी', ['2026-12-01/2026-12-31']],
  ['period', 'decembr me kitni chutti', ['2026-12-01/2026-12-31']],
  ['period', 'events in may', ['2027-05-01/2027-05-31']],
  ['period', 'may I sit the exam', []],
  ['period', 'exams in March 2028', ['2028-03-01/2028-03-31']],
  ['period', 'last november', ['2025-11-01/2025-11-30']],
  ['period', 'in november', ['2026-11-01/2026-11-30']],
  ['period', 'what is on this week', ['2026-11-23/2026-11-29']],
  ['period', 'agle hafte', ['2026-11-30/2026-12-06']],
  ['period', 'इस हफ़्ते', ['2026-11-23/2026-11-29']],
  ['period', 'next month', ['2026-12-01/2026-12-31']],
  ['period', 'पिछले महीने', ['2026-10-01/2026-10-31']],
  ['period', 'this weekend', ['2026-11-28/2026-11-29']],
  ['period', 'next year', ['2027-01-01/2027-12-31']],
  ['period', 'next 10 days', ['2026-11-23/2026-12-03']],
  ['period', '1 to 10 december', ['2026-12-01/2026-12-10']],
  ['period', 'from 28 nov to 3 dec', ['2026-11-28/2026-12-03']],
  ['period', 'between 1 and 10 december', ['2026-12-01/2026-12-10']],
  ['period', '1 se 10 दिसंबर तक', ['2026-12-01/2026-12-10']],
  ['period', 'is friday a holiday', ['2026-11-27']],
  ['number', 'paanch sau rupaye', [500]],
  ['date', 'by 25/11', ['2026-11-25']],
  ['date', 'dec 25', ['2026-12-25']],
  ['date', 'January 5th, 2028', ['2028-01-05']],
  ['date', 'teen din baad', ['2026-11-26']],
  ['date', 'दो दिन पहले', ['2026-11-21']],
  ['date', 'may 25 people come', []],
  ['date', '31/02', []],
  ['time', 'subah 10 baje', ['10:00']],
  ['time', 'raat 9 baje', ['21:00']],
  ['time', 'शाम पाँच बजे', ['17:00']],
  ['time', 'dopahar 12 baje', ['12:00']],
  ['time', 'saadhe paanch baje', ['17:30']],
  ['time', 'sava das baje', ['10:15']],
  ['time', 'paune nau baje', ['08:45']],
  ['time', 'half past four', ['16:30']],
  ['time', 'quarter to ten', ['09:45']],
  ['time', "nine o'clock", ['09:00']],
  ['duration', 'for 45 minutes', [45]],
  ['duration', 'half an hour', [30]],
  ['duration', 'an hour or two', [60]],
  ['duration', '2 ghante', [120]],
  ['duration', 'दो दिन', [2880]],
  ['duration', 'three weeks', [30_240]],
  ['duration', 'an hourly bus', []],
  ['url', 'see https://riverdale.example/fees?x=1.', ['https://riverdale.example/fees?x=1']],
  ['url', 'www.riverdale.example', ['https://www.riverdale.example']],
  ['url', 'write to a@www.example', []],
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
  ['location', 'the pump at 19.0760, 72.8777 leaks', ['19.076,72.8777']],
  ['location', '-33.86,151.21', ['-33.86,151.21']],
  ['location', 'fees 12.50, 130.25, 14.75', ['12.5,130.25']],
  ['location', '91.5, 20.5 and 10.5, 190.5 and v1.2,3.4', []],
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

test('a date that can be read two ways says so, and one that cannot does not', () => {
  const dateIn = (text: string) =>
    recognise(text, circumstances).find(({ entity }) => entity === 'date')
  expect(dateIn('on 03/04')).toMatchObject({ value: '2027-04-03', alternatives: ['2027-03-04'] })
  expect(dateIn('on 25/11')).toMatchObject({ value: '2026-11-25', alternatives: [] })
  expect(dateIn('on 05/05')).toMatchObject({ value: '2027-05-05', alternatives: [] })
})

test.each([
  ['IT, not CSE', ['IT']],
  ['not CSE but IT', ['IT']],
  ['CSE nahi, IT', ['IT']],
  ['fees for CSE and IT', ['CSE', 'IT']],
  ['not CSE', ['CSE']],
  ['CSE nahi hai kya, IT', ['CSE', 'IT']],
])('"%s" means %j', (text, meant) => {
  const found = [...text.matchAll(/CSE|IT/g)].map(({ 0: value, index }) => ({
    entity: 'department',
    value,
    text: value,
    start: index,
    end: index + value.length,
    score: 1,
    alternatives: [],
  }))
  expect(meantOf(text, found).map(({ value }) => value)).toEqual(meant)
})
