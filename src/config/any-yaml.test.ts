import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { fc } from '../../test/dice.ts'
import { readTemporary } from '../../test/temporary-desk.ts'

const members =
  'name languages sources channels identities topics brand sentences intent phrases slots ' +
  'answer from where reply queries nest sql table joins private hidden entity values pattern url kind ' +
  'auth constructor __proto__ toString any not in each cards choices'
const texts = ['$a.b', '$constructor', '${X}', '{{ x', '[a](b)', 'a.b', 'a.b.c', 'mysql://:@', '(']
const key = fc.oneof(fc.constantFrom(...members.split(' ')), fc.string({ maxLength: 5 }))
const leaf = fc.oneof(
  fc.constantFrom(...texts),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}))

const text = fc.oneof(
  value.map((written) => stringify(written)),
  fc.string(),
  fc.string({ unit: 'binary' }),
)
const where = fc.constantFrom('desk.yaml', 'intents/a.yaml', 'tables/a.yaml', 'entities/a.yaml')
const conversation = fc.record({ 'conversations/a.md': fc.string({ unit: 'binary' }) })

test('whatever the files hold, the answer is a desk or its problems, each with a place', async () => {
  const files = fc.tuple(fc.dictionary(where, text, { maxKeys: 4 }), conversation)
  await fc.assert(
    fc.asyncProperty(files, async ([yaml, markdown]) => {
      const read = await readTemporary({ ...yaml, ...markdown })
      if (read.kind === 'problems') expect(read.problems.length).toBeGreaterThan(0)
      for (const problem of read.problems) {
        expect(problem.line).toBeGreaterThanOrEqual(1)
        expect(problem.column).toBeGreaterThanOrEqual(1)
        expect(problem.message).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

test('a file that unfolds into a large value is refused', async () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [i, name] of ['b', 'c', 'd', 'e', 'f', 'g', 'h'].entries()) {
    const before = `*${'abcdefg'[i]}`
    lines.push(`${name}: &${name} [${`${before}, `.repeat(9)}]`)
  }
  const read = await readTemporary({ 'intents/a.yaml': lines.join('\n') })
  expect(read.problems).toMatchObject([{ code: 'syntax', file: 'intents/a.yaml' }])
})
