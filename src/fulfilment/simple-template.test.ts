import { Liquid } from 'liquidjs'
import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import { filtersFor } from './filters.ts'
import { simpleTemplate } from './simple-template.ts'

const filters = filtersFor({ language: 'en', country: 'IN', currency: 'INR', timezone: 'UTC' })
const put = (value: unknown) =>
  `<${typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')}>`
const liquid = new Liquid({ outputEscape: put, ownPropertyOnly: true, strictFilters: true })
for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter)

const names = fc.constantFrom('a', 'b', 'rows', 'row', 'size', 'constructor', 'nil')
const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'))
const literals = fc.constantFrom('text ', '{', '}} ', '\n', '% }', '✓ ')
const outputs = fc
  .tuple(paths, fc.constantFrom('', ' | money', ' | phone', '|date '))
  .map(([path, filter]) => `{{ ${path}${filter} }}`)
const plainly = fc.array(fc.oneof(literals, outputs), { maxLength: 6 }).map((all) => all.join(''))
const loops = fc
  .tuple(names, paths, plainly)
  .map(([name, list, body]) => `{% for ${name} in ${list} %}${body}{% endfor %}`)
const templates = fc.array(fc.oneof(plainly, loops), { maxLength: 3 }).map((all) => all.join(''))

const cells = fc.constantFrom<unknown>(
  null,
  '',
  'Anita *Rao*',
  1500,
  0,
  true,
  '2026-11-23',
  '{{ a }}',
)
const row = fc.dictionary(names, cells, { noNullPrototype: true })
const scopes = fc.dictionary(names, fc.oneof(cells, row, fc.array(row, { maxLength: 3 })), {
  noNullPrototype: true,
})

test('a simple template says what Liquid says', () => {
  fc.assert(
    fc.property(templates, scopes, (template, scope) => {
      const rendered = simpleTemplate(template, filters)?.(scope, put) ?? null
      if (rendered !== null) expect(rendered).toBe(liquid.parseAndRenderSync(template, scope))
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['{{ name }} sits in {{ cabin }}', '<Anita> sits in <12>'],
  ['{% for row in rows %}{{ row.fee | money }}, {{ name }}\n{% endfor %}', '<₹1,500>, <Anita>\n'],
  ['{% for row in none %}{{ row.fee }}{% endfor %}nothing', 'nothing'],
])('%j is simple', (template, said) => {
  const scope = { name: 'Anita', cabin: 12, rows: [{ fee: 1500 }] }
  expect(simpleTemplate(template, filters)?.(scope, put)).toBe(said)
})

test.each([
  '{% if name %}x{% endif %}',
  '{{ name | upcase }}',
  '{{ name | list: 2 }}',
  '{{- name }}',
  '{{ rows[0].fee }}',
  '{{ rows.size }}',
  '{{ forloop.index }}',
  '{{ constructor }}',
  '{% for row in rows limit: 2 %}{{ row.fee }}{% endfor %}',
  '{% for a in rows %}{% for b in rows %}x{% endfor %}{% endfor %}',
  '{% for row in rows %}x',
  '{{ name',
])('%j is left to Liquid', (template) => {
  expect(simpleTemplate(template, filters)).toBeNull()
})

test('what is no list is left to Liquid to loop over', () => {
  const each = simpleTemplate('{% for row in rows %}{{ row }}{% endfor %}', filters)
  expect(each?.({ rows: 'one' }, put)).toBeNull()
})
