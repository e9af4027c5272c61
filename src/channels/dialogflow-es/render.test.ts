import { expect, test } from 'vitest'
import { anyBlock, anyTurn } from '../../../test/any-reply.ts'
import { fc } from '../../../test/dice.ts'
import { judgeReply } from '../../../test/judges/dialogflow-es.ts'
import type { Block } from '../../model/index.ts'
import { fitBlocks } from './fit.ts'
import { renderBody } from './render.ts'
import { platforms } from './wire.ts'

const session = 'projects/p/agent/environments/draft/users/-/sessions/1'
const world = { andMore: (left: number) => `and ${left} more`, publicUrl: () => null }
const anyPlatform = fc.constantFrom(null, ...Object.values(platforms))

test('whatever a desk says, Dialogflow can read the reply', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 2 }), anyPlatform, (turns, platform) => {
      const call = { session, contexts: [], platform, language: 'en' }
      judgeReply(renderBody(turns, call, world), session)
    }),
    { numRuns: 500 },
  )
})

test('what does not fit is counted, and what is there is in order', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), fc.nat(4_000), (blocks, size) => {
      const length = (some: readonly unknown[]) => JSON.stringify(some).length
      const fitted = fitBlocks(blocks, (some) => length(some) <= size)
      expect(fitted.blocks.length).toBeLessThanOrEqual(blocks.length)
      expect(fitted.blocks.map((block) => block.kind)).toEqual(
        blocks
          .filter((block) => !isEmpty(block) || fitted.left === 0)
          .slice(0, fitted.blocks.length)
          .map((block) => block.kind),
      )
    }),
  )
})

/** A block without anything in it comes to no piece at all. */
function isEmpty(block: Block): boolean {
  const parts = { ...block } as { spans?: []; options?: []; cards?: []; rows?: [] }
  const things = parts.spans ?? parts.options ?? parts.cards ?? parts.rows
  return things?.length === 0
}
