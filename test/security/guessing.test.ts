/** A date of birth cannot be guessed by beginning conversation after conversation. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Observation, plain } from '../../src/model/index.ts'
import { type OpenedDesk, openDesk } from '../../src/open.ts'
import { makeSmallDesk } from '../small-desk.ts'

const small = makeSmallDesk()
const observed: Observation[] = []
let now = Date.parse('2026-11-23T10:00:00+05:30')
let opened: OpenedDesk

beforeAll(async () => {
  opened = await openDesk(small.folder, {
    keep: false,
    clock: () => now,
    observe: (observation) => observed.push(observation),
  })
})
afterAll(async () => {
  await opened.close()
  small.remove()
})

/** Gives a roll number and a date of birth in a conversation of its own; what the desk says to it. */
async function prove(roll: string, born: string, from: string): Promise<string> {
  const conversation = randomUUID()
  let said = ''
  for (const text of ['what are my dues', roll, born]) {
    const at = new Date(now).toISOString()
    const message = { id: randomUUID(), conversation, channel: 'web', text, at }
    const { turn } = await opened.desk.take(message, { from })
    said = turn.reply.blocks.map(plain).join('\n')
  }
  return said
}

const right = '12 April 2005'
const guess = (i: number) => `${(i % 28) + 1} March 2004`
const tooMany = /too many attempts.*later/i

test('ten wrong dates about one student lock the address they come from, and nobody else', async () => {
  const said: string[] = []
  for (let i = 0; i < 12; i++) said.push(await prove('rc1042', guess(i), 'guesser'))
  expect(said.filter((one) => one.includes('does not match'))).toHaveLength(10)
  expect(await prove('RC1042', right, 'guesser')).toMatch(tooMany)
  expect(await prove('RC1042', right, 'home')).toContain('You owe 542')
  now += 24 * 3_600_000
  expect(await prove('RC1042', right, 'guesser')).toContain('You owe 542')
})

test('guesses from many addresses slow one another down, but not whoever has proven before', async () => {
  const said: string[] = []
  for (let i = 0; i < 22; i++) said.push(await prove('rc1042', guess(i), `address ${i}`))
  expect(said.filter((one) => one.includes('does not match'))).toHaveLength(20)
  expect(said.slice(20).every((one) => tooMany.test(one))).toBe(true)
  expect(await prove('RC1042', right, 'home')).toContain('You owe 542')
  expect(await prove('RC1042', right, 'somewhere new')).toMatch(tooMany)
  now += 60_000
  expect(await prove('RC1042', right, 'somewhere new')).toContain('You owe 542')
  expect(await prove('RC1042', guess(1), 'address 30')).toContain('does not match')
  now += 60_000
  expect(await prove('RC1042', guess(2), 'address 31')).toMatch(tooMany)
  now += 24 * 3_600_000
})

test('many guesses made at the same moment are not all let through', async () => {
  const said = await Promise.all(
    Array.from({ length: 40 }, (_, i) => prove('RC1043', guess(i), `at once ${i}`)),
  )
  expect(said.filter((one) => one.includes('does not match'))).toHaveLength(20)
})

test('a number nobody has is counted and refused like any other', async () => {
  const said: string[] = []
  for (let i = 0; i < 21; i++) said.push(await prove('RC9999', guess(i), `another ${i}`))
  expect(said[0]).toContain('does not match')
  expect(said[20]).toMatch(tooMany)
})

test('one address may try thirty numbers in an hour, and others are served meanwhile', async () => {
  const said: string[] = []
  for (let i = 0; i < 31; i++) said.push(await prove(`RC${1060 + i}`, guess(1), 'sprayer'))
  expect(said[29]).toContain('does not match')
  expect(said[30]).toMatch(tooMany)
  expect(await prove('RC1042', right, 'sprayer')).toMatch(tooMany)
  expect(await prove('RC1042', right, 'home')).toContain('You owe 542')
})

test('the operator is told, and what was given is neither kept nor observed', async () => {
  const codes = observed.flatMap((one) => (one.kind === 'error' ? [one.code] : []))
  expect(new Set(codes)).toEqual(new Set(['identity/too-many-failures']))
  const turns = await opened.state.turns({ limit: 1000 })
  const said = turns.map(({ message, understanding }) => ({ message, understanding }))
  expect(JSON.stringify([said, observed.filter(({ kind }) => kind === 'error')])).not.toMatch(
    /March 2004|RC1060|sprayer/,
  )
})
