import { describe, expect, it } from 'vitest'
import { fc } from '../../test/dice.ts'
import { escapeMarkup, parseMarkup } from './markup.ts'

describe('markup', () => {
  it('reads bold, italic and links', () => {
    expect(parseMarkup('*Dr. Rao* is _in_: [call](tel:+91224)')).toEqual([
      { text: 'Dr. Rao', bold: true },
      { text: ' is ' },
      { text: 'in', italic: true },
      { text: ': ' },
      { text: 'call', href: 'tel:+91224' },
    ])
  })

  it('reads italic inside bold', () => {
    expect(parseMarkup('*now _or_ never*')).toEqual([
      { text: 'now ', bold: true },
      { text: 'or', bold: true, italic: true },
      { text: ' never', bold: true },
    ])
  })

  it('leaves alone what is not markup', () => {
    for (const text of ['3 * 4 * 5', 'snake_case_name', '*', '[no link]', '2*3', 'a*b*c'])
      expect(parseMarkup(text)).toEqual([{ text }])
  })

  it('makes no link to a script', () => {
    expect(parseMarkup('[x](javascript:alert(1))')[0]).not.toHaveProperty('href')
  })

  it('shows a value as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const clean = value.replaceAll('\uE000', '')
        const text = parseMarkup(`*b* ${escapeMarkup(value)} _i_`)
          .map((span) => span.text)
          .join('')
        expect(text).toBe(`b ${clean} i`)
      }),
    )
  })

  it('puts a value into a link without ending it', () => {
    const title = escapeMarkup("Programmer's Guide (2nd) [new]")
    expect(parseMarkup(`[${title}](https://example.org/${escapeMarkup('a(b)')})`)).toEqual([
      { text: "Programmer's Guide (2nd) [new]", href: 'https://example.org/a(b)' },
    ])
  })
})
