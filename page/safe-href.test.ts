import { expect, test } from 'vitest'
import { safeHref } from './safe-href.ts'

test.each([
  'https://a.example/',
  'http://a.example',
  'mailto:a@b.example',
  'tel:+9122',
  '/media/a.pdf',
])('%s may be followed', (address) => {
  expect(safeHref(address)).toBe(address)
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'https://[',
])('%j may not', (address) => {
  expect(safeHref(address)).toBeUndefined()
})
