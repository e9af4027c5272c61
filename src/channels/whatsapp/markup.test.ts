import { expect, test } from 'vitest'
import { fc } from '../../../test/dice.ts'
import type { Span } from '../../model/index.ts'
import { writeSpans } from './markup.ts'

const joiner = '\u2060'

test('styles are signs around words, line by line, and never in the middle of one', () => {
  expect(writeSpans([{ text: 'Fees: ' }, { text: ' ₹500 ', bold: true }, { text: 'a year' }])).toBe(
    'Fees:  *₹500* a year',
  )
  expect(writeSpans([{ text: 'One\ntwo', bold: true, italic: true }])).toBe('*_One_*\n*_two_*')
  expect(
    writeSpans([
      { text: 'B.', bold: true },
      { text: 'Com', bold: true },
    ]),
  ).toBe('*B.Com*')
  expect(writeSpans([{ text: 'un' }, { text: 'believ', bold: true }, { text: 'able' }])).toBe(
    'unbelievable',
  )
})

test('a sign that could be taken for markup has a joiner beside it, any other is as it is written', () => {
  const guarded = (text: string) => writeSpans([{ text }]).replaceAll(joiner, '|')
  expect(guarded('*not bold* and ~not struck~')).toBe('|*|not bold|*| and |~|not struck|~|')
  expect(guarded('`code` > a')).toBe('|`|code|`| > a')
  expect(guarded('> quoted?')).toBe('|> quoted?')
  expect(guarded('* a star')).toBe('|* a star')
  expect(guarded('5 * 3')).toBe('5 * 3')
  expect(guarded('snake_case_name, a*b*c')).toBe('snake_case_name, a*b*c')
  expect(guarded('see https://a.example/_x_/y_z_ or _me_@a.example')).toBe(
    'see https://a.example/_x_/y_z_ or _me_@a.example',
  )
})

test('whatever is written, nothing of it is missing and nothing else is styled', () => {
  const anySpan = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '*', '_', '~', '`', '>', '.') }),
    bold: fc.boolean(),
    italic: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 4 }), (spans: readonly Span[]) => {
      const written = writeSpans(spans)
      const plain = spans.map(({ text }) => text).join('')
      const kept = Array.from(written.replaceAll(joiner, ''))
      // The text is what was written with signs added.
      for (const character of plain) {
        const at = kept.indexOf(character)
        expect(at).toBeGreaterThanOrEqual(0)
        kept.splice(0, at + 1)
      }
      if (spans.every(({ bold, italic }) => bold !== true && italic !== true))
        expect(styledIn(written)).toEqual([])
    }),
  )
})

/** What the platform would take for styled: a sign at the edge of a word, up to the next of its kind at another edge. */
function styledIn(text: string): readonly string[] {
  const edge = `(?<![\\p{L}\\p{N}\\p{M}${joiner}])`
  return [
    ...text.matchAll(new RegExp(`${edge}([*_~\`])(?=[^\\s${joiner}]).*?\\S\\1(?!${joiner})`, 'gu')),
  ].map(([found]) => found)
}
