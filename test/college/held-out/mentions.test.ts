import { expect, test } from 'vitest'
import { mentions } from '../../../bench/held-out/mentions.mjs'

const told: readonly (readonly [said: string, value: string | number])[] = [
  ['The mid-sems start on Monday, 22 February 2027.', '2027-02-22'],
  ['मिड-सेम 22 फ़रवरी से', '2027-02-22'],
  ['from 22 Feb', '2027-02-22'],
  ['It closes at 10:30 pm.', '22:30'],
  ['open till 4 pm', '16:00'],
  ['The fee is *₹1,26,100* a year', 126100],
  ['SGPA 9.80', 9.8],
  ['Call +912055504501', '+91 20 5550 4501'],
  ['the Programmers’ Guild', "The Programmers' Guild"],
]

const untold: readonly (readonly [said: string, value: string | number])[] = [
  ['2 February 2027', '2027-02-22'],
  ['22 March', '2027-02-22'],
  ['₹26,100', 126100],
  ['₹1,26,100', 26100],
  ['CS-1030', 103],
  ['11:30', '16:30'],
  ['', 0],
]

for (const [said, value] of told) {
  test(`"${said}" tells ${value}`, () => expect(mentions(said, value)).toBe(true))
}

for (const [said, value] of untold) {
  test(`"${said}" does not tell ${value}`, () => expect(mentions(said, value)).toBe(false))
}
