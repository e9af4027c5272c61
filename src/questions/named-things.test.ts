import { expect, test } from 'vitest'
import { joinOn, readerOf } from '../../test/sketched-tables.ts'

const places = readerOf({
  town: {
    naming: 'town_name',
    columns: { town_name: 'text', population: 'integer', district_name: 'text' },
    joins: [joinOn('district_name', 'district', 'district_name')],
    values: { town_name: ['kolar', 'mysuru'] },
  },
  district: {
    key: 'district_name',
    naming: 'district_name',
    columns: { district_name: 'text', seat: 'text', population: 'integer', acreage: 'integer' },
    joins: [joinOn('seat', 'town', 'town_name')],
    values: { district_name: ['kolar', 'hassan', 'mandya'], seat: ['kolar', 'mysuru'] },
  },
  peaks: {
    columns: {
      district_name: { distinct: 20 },
      highest_peak: 'text',
      lowest_spot: 'text',
      highest_altitude: 'integer',
      lowest_altitude: 'integer',
    },
    key: 'district_name',
    joins: [joinOn('district_name', 'district', 'district_name')],
    values: { lowest_spot: ['salt pan'] },
  },
  borders: {
    columns: { district_name: 'text', neighbour: 'text' },
    joins: [
      joinOn('district_name', 'district', 'district_name'),
      joinOn('neighbour', 'district', 'district_name'),
    ],
  },
  canal: {
    naming: 'canal_name',
    repeats: true,
    columns: { canal_name: 'text', length: 'integer', crosses: 'text' },
    joins: [joinOn('crosses', 'district', 'district_name')],
    values: { canal_name: ['hemavathi'] },
  },
})

test.each([
  [
    'the population of the seat of Hassan',
    'population of town, town name where with district (where district name is hassan)',
  ],
  ['largest seat', 'town where with district and the population is the highest'],
  [
    'which district has the smallest seat',
    'seat of district, district name where with town (where with district and the population is the lowest)',
  ],
  [
    "which district's seat is the largest",
    'seat of district, district name where with town (where with district and the population is the highest)',
  ],
  ['the seats of districts', 'seat of district, district name'],
  ['Kolar is the seat of which district', 'district where seat is kolar'],
  [
    'population of Kolar Mandya',
    'population of town where town name is kolar and with district (where district name is mandya)',
  ],
])(
  'a column of names stands for rows elsewhere where something of them is asked: %s',
  (text, words) => {
    expect(places.read(text)?.words).toBe(words)
  },
)

test.each([
  [
    'which districts does Hassan border',
    'district where with district (where district name is hassan)',
  ],
  [
    'how many districts border Hassan and border Mandya',
    'number of district where with district (where district name is hassan) and with district (where district name is mandya)',
  ],
  [
    'which district borders the most districts',
    'district where the number of district is the highest',
  ],
  [
    'the smallest district that borders the most districts',
    'district where the acreage is the lowest and the number of district is the highest',
  ],
])('a relation of a thing with its kind is told from either end: %s', (text, words) => {
  expect(places.read(text)?.words).toBe(words)
})

test.each([
  [
    'which canals do not cross Hassan',
    'canal where without district (where district name is hassan)',
  ],
  ['which canal crosses the most districts', 'canal where the number of district is the highest'],
  [
    'which districts does the longest canal in Hassan cross',
    'district where with canal (where the length is the highest and with district (where district name is hassan))',
  ],
])('what stands on several rows is one thing: %s', (text, words) => {
  expect(places.read(text)?.words).toBe(words)
})

test('the most of what lies beside a row is taken among the rows spoken of', () => {
  const { words, query } = places.read('the highest peak of the smallest district')!
  expect(words).toContain('with peaks (where the highest altitude is the highest)')
  expect(JSON.stringify(query).match(/"aggregate":"minimum"/g)).toHaveLength(4)
})

test('of two columns called alike the one beside the value that was named is meant', () => {
  expect(places.read('the altitude of the salt pan')?.words).toMatch(/^lowest altitude of/)
})

test('an amount of many is added up, of one it is told', () => {
  expect(places.read('how many people live in the districts')?.words).toMatch(/^total population/)
  expect(places.read('how many people live in Hassan')?.words).toMatch(/^population/)
})
