/**
 * Indian holidays of an academic year. National days are fixed; festivals follow moon and sun and
 * may differ by a day from what the government announces.
 */
import { addDays, dayOf, weekdayName } from './dates.mjs'
import { newMoonAfter } from './moon.mjs'

export function holidays(firstYear) {
  const days = [
    ...fixedDays(firstYear),
    ...moonDays(firstYear),
    ...islamicDays(firstYear),
    goodFriday(firstYear + 1),
  ]
  return days
    .map(([code, name, nameHi, aliases, day, kind = 'festival']) => ({
      code,
      name,
      name_hi: nameHi,
      aliases,
      holiday_on: day,
      weekday: weekdayName(day),
      kind,
    }))
    .toSorted((a, b) => (a.holiday_on < b.holiday_on ? -1 : 1))
}

function fixedDays(firstYear) {
  const on = (monthDay) => dayOf(firstYear, monthDay)
  return [
    ['independence-day', 'Independence Day', 'स्वतंत्रता दिवस', '15 august', on('08-15'), 'national'],
    ['gandhi-jayanti', 'Gandhi Jayanti', 'गांधी जयंती', '2 october', on('10-02'), 'national'],
    ['christmas', 'Christmas', 'क्रिसमस', 'xmas, bada din', on('12-25')],
    ['new-year', "New Year's Day", 'नव वर्ष', 'new year', on('01-01')],
    ['sankranti', 'Makar Sankranti', 'मकर संक्रांति', 'sankranti, pongal, lohri', on('01-14')],
    ['republic-day', 'Republic Day', 'गणतंत्र दिवस', '26 january', on('01-26'), 'national'],
    ['shivaji-jayanti', 'Shivaji Jayanti', 'शिवाजी जयंती', 'shiv jayanti', on('02-19')],
    ['ambedkar-jayanti', 'Ambedkar Jayanti', 'आंबेडकर जयंती', 'bhim jayanti', on('04-14')],
    ['maharashtra-day', 'Maharashtra Day', 'महाराष्ट्र दिवस', 'may day, labour day', on('05-01')],
  ]
}

/** Diwali is the evening without a moon in mid-October to mid-November; the others hang on it. */
function moonDays(firstYear) {
  const diwali = diwaliOf(firstYear)
  const after = (count) => addDays(diwali, count)
  return [
    ['ganesh-chaturthi', 'Ganesh Chaturthi', 'गणेश चतुर्थी', 'ganpati, vinayaka', after(-55)],
    ['dussehra', 'Dussehra', 'दशहरा', 'vijayadashami, dasara', after(-19)],
    ['diwali', 'Diwali', 'दीपावली', 'deepavali, lakshmi puja', diwali],
    ['diwali-padwa', 'Diwali Padwa', 'दिवाली पाडवा', 'padwa, govardhan puja', after(1)],
    ['bhai-dooj', 'Bhai Dooj', 'भाई दूज', 'bhaubeej, bhai duj', after(2)],
    ['guru-nanak-jayanti', 'Guru Nanak Jayanti', 'गुरु नानक जयंती', 'gurpurab', after(15)],
    ['holi', 'Holi', 'होली', 'dhulivandan, rang', after(134)],
    ['gudi-padwa', 'Gudi Padwa', 'गुढी पाडवा', 'ugadi, marathi new year', after(150)],
    ['buddha-purnima', 'Buddha Purnima', 'बुद्ध पूर्णिमा', 'vesak', after(192)],
  ]
}

function diwaliOf(year) {
  const moment = newMoonAfter(new Date(`${year}-10-17T00:00:00Z`))
  // The night counts, in India: before six in the evening the moonless night was the one before.
  return new Date(moment.getTime() + (5.5 - 18) * 3_600_000).toISOString().slice(0, 10)
}

function islamicDays(firstYear) {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-civil', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  })
  const names = {
    '10/1': ['eid-ul-fitr', 'Eid-ul-Fitr', 'ईद-उल-फ़ित्र', 'eid, ramzan eid'],
    '12/10': ['bakri-eid', 'Bakri Eid', 'बकरीद', 'eid-ul-adha, bakrid'],
    '1/10': ['muharram', 'Muharram', 'मुहर्रम', 'ashura'],
  }
  const start = dayOf(firstYear, '07-01')
  return Array.from({ length: 365 }, (_, at) => addDays(start, at)).flatMap((day) => {
    const found = names[format.format(new Date(day)).split(' ')[0]]
    return found ? [[...found, day]] : []
  })
}

/** Two days before Easter, by the Gregorian rule as Butcher wrote it. */
function goodFriday(year) {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  const month = String(Math.floor(f / 31)).padStart(2, '0')
  const easter = `${year}-${month}-${String((f % 31) + 1).padStart(2, '0')}`
  return ['good-friday', 'Good Friday', 'गुड फ़्राइडे', 'easter friday', addDays(easter, -2)]
}
