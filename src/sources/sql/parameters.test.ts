import { expect, test } from 'vitest'
import { sqlParameters } from '../index.ts'

test('parameters are found where every database finds them', () => {
  const text = `select ':a', "b:c", x::int -- :d\n /* :e */ from t where f = :f and g = :gé and h = :f`
  expect(sqlParameters(text)).toEqual({ always: ['f', 'gé'], perhaps: [] })
})

test('what only some databases take for a parameter is told apart', () => {
  expect(sqlParameters('select $q$ :a $q$ from t where b = :b # :c')).toEqual({
    always: ['b'],
    perhaps: ['a', 'c'],
  })
})
