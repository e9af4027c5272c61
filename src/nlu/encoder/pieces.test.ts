import { expect, test } from 'vitest'
import { splitter } from './pieces.ts'

const pieces = ['�', '<s>', '</s>', '', '', '', '▁', 'a', 'b', 'ab', '▁ab', 'ba', '▁a']
const scores = Float32Array.of(0, 0, 0, 0, 0, 0, -1, -2, -2, -2, -5, -1, -2)
const split = splitter({ pieces, scores })
const said = (text: string) => split(text).map((number) => pieces[number])

test('of all ways to split a text the likeliest is taken', () => {
  expect(said('aba')).toEqual(['▁a', 'ba'])
  expect(said('ab ab')).toEqual(['▁', 'ab', '▁', 'ab'])
})

test('characters in no piece are one unknown piece, however many they are', () => {
  expect(said('axyza')).toEqual(['▁a', '�', 'a'])
})

test('compatibility forms are read as what they stand for, and no text as no piece', () => {
  expect(said('ａｂ')).toEqual(said('ab'))
  expect(said('')).toEqual([])
})
