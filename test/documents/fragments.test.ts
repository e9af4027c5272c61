import { expect, test } from 'vitest'
import { faultsIn, isCheckedAlone } from './fragments.ts'
import { blocksOf, pages } from './pages.ts'

const blocks = pages.flatMap(blocksOf).filter(isCheckedAlone)

test.each(blocks)('$language $use at $at is right', (block) => {
  expect(faultsIn(block)).toEqual([])
})
