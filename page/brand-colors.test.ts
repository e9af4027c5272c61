import { fc } from '../test/dice.ts'
import { expect, test } from 'vitest'
import { brandColors, contrast, parse } from './brand-colors.ts'

const colors = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
const hex = (color: number[]) => `#${color.map((c) => c.toString(16).padStart(2, '0')).join('')}`
const rgb = (color: string) => parse(color) ?? [0, 0, 0]

test('whatever the brand, words on it and words in it can be read in either look', () => {
  fc.assert(
    fc.property(colors, (color) => {
      for (const [look, ground] of [
        ['light', '#ebe9e3'],
        ['dark', '#272e37'],
      ] as const) {
        const { fill, onFill, ink } = brandColors(hex(color), look)
        expect(contrast(rgb(fill), rgb(onFill))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(ink), rgb(ground))).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test('a brand that can be read already is left as it is', () => {
  expect(brandColors('#17506b', 'light')).toEqual({
    fill: '#17506b',
    onFill: '#ffffff',
    ink: '#17506b',
  })
})

test('a colour that is none falls back to a quiet blue', () => {
  expect(brandColors('teal-ish', 'light')).toEqual(brandColors(null, 'light'))
})

test('short colours are colours', () => {
  expect(parse('#0af')).toEqual([0, 170, 255])
})

test('black on white parts the most', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
})
