import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fc } from './dice.ts'
import { seedFrom } from './seed.ts'
import { root, testFiles } from './suites.mjs'

test('random tests draw the same at every run, unless FRONTDESK_SEED says otherwise', () => {
  expect(seedFrom(undefined)).toBe(seedFrom(''))
  expect(seedFrom('7')).toBe(7)
  expect(seedFrom('random', () => 0.5)).toBe(2 ** 30)
  expect(() => seedFrom('sometimes')).toThrow('FRONTDESK_SEED is "sometimes"')
  expect(() => seedFrom('-1')).toThrow('whole number')
})

test('a property is tried with the seed of the run', () => {
  const seed = seedFrom(process.env['FRONTDESK_SEED'])
  expect(fc.check(fc.property(fc.integer(), () => true)).runConfiguration.seed).toBe(seed)
})

test('no test takes fast-check from anywhere else', () => {
  const own = testFiles().filter((file) =>
    /from ['"]fast-check['"]/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(own).toEqual([])
})
