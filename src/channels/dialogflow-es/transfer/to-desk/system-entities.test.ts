import { expect, test } from 'vitest'
import { isPattern } from './regexp.ts'
import { standFor } from './system-entities.ts'

const patterns = [
  'number-sequence',
  'url',
  'zip-code',
  'flight-number',
  'duration',
  'unit-length',
  'unit-weight',
  'unit-volume',
  'unit-speed',
  'unit-area',
  'unit-information',
  'temperature',
]

test.each(patterns)(
  'the pattern for @sys.%s fits its example, and needs something to fit',
  (entity) => {
    const stand = standFor(entity)
    if (stand.kind !== 'pattern') throw new Error(`${entity} is no pattern`)
    const pattern = new RegExp(`^(?:${stand.pattern})$`, 'iu')
    expect([pattern.test(stand.sample), isPattern(stand.pattern)]).toEqual([true, true])
  },
)

test('what is no entity of the system is a list', () => {
  expect(['geo-city', 'toString', '__proto__', ''].map((name) => standFor(name).kind)).toEqual(
    Array.from({ length: 4 }, () => 'list'),
  )
})
