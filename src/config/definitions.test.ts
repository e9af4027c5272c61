import { expect, test } from 'vitest'
import { problemsOf, readTemporary, smallest } from '../../test/temporary-desk.ts'

const desk = `${smallest}sources:
  shop: { url: "mysql://localhost/shop" }
`

const products = (definitions: string) => `table: shop.products
columns: { name: {}, price: {}, stock: {} }
hidden: [cost]
definitions:
${definitions}`

test('an owner says what a word means in terms of columns', async () => {
  const read = await readTemporary({
    'desk.yaml': desk,
    'tables/products.yaml': products(
      '  cheap: { price: { "<": 100 } }\n  sold out: { stock: 0, price: { between: [1, 9] } }\n',
    ),
  })
  const table = read.kind === 'desk' ? read.desk.tables[0] : undefined
  expect(table?.words?.definitions).toEqual({
    cheap: { kind: 'compare', column: 'price', op: '<', value: 100 },
    'sold out': {
      kind: 'all',
      filters: [
        { kind: 'compare', column: 'stock', op: '=', value: 0 },
        { kind: 'compare', column: 'price', op: '>=', value: 1 },
        { kind: 'compare', column: 'price', op: '<=', value: 9 },
      ],
    },
  })
})

test.each([
  ['  cheap: { prize: { "<": 100 } }\n', /:5 .*column.*prize.*price/s],
  ['  dear: { cost: { ">": 100 } }\n', /:5 .*cost/],
  ['  cheap: { price: { "<": $limit } }\n', /:5 .*\$limit/],
  ['  cheap: { price: { below: 100 } }\n', /:5 .*below/],
])('a definition that cannot hold is refused with its line: %s', async (written, problem) => {
  const problems = await problemsOf({
    'desk.yaml': desk,
    'tables/products.yaml': products(written),
  })
  expect(problems.join('\n')).toMatch(problem)
})
