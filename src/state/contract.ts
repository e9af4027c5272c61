import assert from 'node:assert/strict'
import type { State } from '../model/index.ts'
import { postCases } from './post-contract.ts'
import { sampleTurn } from './sample-turn.ts'

/** One promise of a seam, and what proves it. */
export interface ContractCase {
  readonly claim: string
  readonly prove: () => Promise<void>
}

/**
 * What every `State` promises. Run each case as a test of your runner:
 *
 *     for (const { claim, prove } of stateContract(open)) test(claim, prove)
 *
 * @param open an empty state of its own for each case; the case closes it
 */
export function stateContract(open: () => Promise<State>): readonly ContractCase[] {
  return [...cases, ...postCases].map(({ claim, prove }) => ({
    claim,
    prove: async () => {
      const state = await open()
      try {
        await prove(state)
      } finally {
        await state.close()
      }
    },
  }))
}

const cases: readonly { claim: string; prove: (state: State) => Promise<void> }[] = [
  {
    claim: 'a conversation that has not begun has no session',
    prove: async (state) => assert.equal(await state.session('a'), null),
  },
  {
    claim: 'the session after a turn is the one the next turn begins with',
    prove: async (state) => {
      const turn = sampleTurn('a', 1)
      await state.commit(turn)
      assert.deepEqual(await state.session('a'), turn.session)
    },
  },
  {
    claim: 'a session can be read as soon as its turn is being kept',
    prove: async (state) => {
      const first = state.commit(sampleTurn('a', 1))
      assert.equal((await state.session('a'))?.version, 1)
      const second = state.commit(sampleTurn('a', 2))
      assert.equal((await state.session('a'))?.version, 2)
      await Promise.all([first, second])
      assert.equal((await state.session('a'))?.version, 2)
    },
  },
  {
    claim: 'a turn is read back as it was kept',
    prove: async (state) => {
      const turn = sampleTurn('a', 1)
      await state.commit(turn)
      const [kept] = await state.turns({ limit: 10 })
      const { session, ...rest } = turn
      const { session: keptSession, ...keptRest } = kept ?? turn
      assert.deepEqual(keptRest, rest)
      assert.equal(keptSession.version, session.version)
      assert.equal(keptSession.conversation, 'a')
    },
  },
  {
    claim: 'the turn of a message is found by it, in its conversation, also while it is being kept',
    prove: async (state) => {
      const { message } = sampleTurn('a', 1)
      assert.equal(await state.answerTo('a', message.id), null)
      const first = state.commit(sampleTurn('a', 1))
      const found = await state.answerTo('a', message.id)
      assert.deepEqual([found?.id, found?.session.version], ['a:1', 1])
      assert.deepEqual(found?.reply, sampleTurn('a', 1).reply)
      await first
      await state.commit(sampleTurn('a', 2))
      assert.equal((await state.answerTo('a', message.id))?.id, 'a:1')
      assert.equal(await state.answerTo('b', message.id), null)
    },
  },
  {
    claim: 'a message whose turn was refused has none',
    prove: async (state) => {
      const refused = state.commit(sampleTurn('a', 2))
      refused.catch(() => {})
      assert.equal(await state.answerTo('a', sampleTurn('a', 2).message.id), null)
      await assert.rejects(refused, { code: 'state/conflict' })
    },
  },
  {
    claim: 'a turn that repeats or skips one is refused, and changes nothing',
    prove: async (state) => {
      await state.commit(sampleTurn('a', 1))
      for (const version of [1, 3])
        await assert.rejects(state.commit(sampleTurn('a', version)), { code: 'state/conflict' })
      await assert.rejects(state.commit(sampleTurn('b', 2)), { code: 'state/conflict' })
      assert.equal((await state.session('a'))?.version, 1)
      assert.equal(await state.session('b'), null)
      assert.equal((await state.turns({ limit: 10 })).length, 1)
    },
  },
  {
    claim: 'a refused turn does not keep those of other conversations from being kept',
    prove: async (state) => {
      const [bad, good] = await Promise.allSettled([
        state.commit(sampleTurn('a', 7)),
        state.commit(sampleTurn('b', 1)),
      ])
      assert.deepEqual([bad.status, good.status], ['rejected', 'fulfilled'])
    },
  },
  {
    claim: 'turns come newest first, by conversation, by time, and no more than asked for',
    prove: async (state) => {
      await state.commit(sampleTurn('a', 1, '2026-01-01T00:00:00.000Z'))
      await state.commit(sampleTurn('b', 1, '2026-01-02T00:00:00.000Z'))
      await state.commit(sampleTurn('a', 2, '2026-01-03T00:00:00.000Z'))
      const ids = async (filter: Parameters<State['turns']>[0]) =>
        (await state.turns(filter)).map((turn) => turn.id)
      assert.deepEqual(await ids({ limit: 10 }), ['a:2', 'b:1', 'a:1'])
      assert.deepEqual(await ids({ limit: 2 }), ['a:2', 'b:1'])
      assert.deepEqual(await ids({ conversation: 'a', limit: 10 }), ['a:2', 'a:1'])
      assert.deepEqual(await ids({ since: '2026-01-02T00:00:00.000Z', limit: 10 }), ['a:2', 'b:1'])
    },
  },
  {
    claim: 'what is older than the retention is forgotten, and counted',
    prove: async (state) => {
      await state.commit(sampleTurn('old', 1, '2026-01-01T00:00:00.000Z'))
      await state.commit(sampleTurn('new', 1, '2026-03-01T00:00:00.000Z'))
      assert.equal(await state.forget('2026-02-01T00:00:00.000Z'), 1)
      assert.equal(await state.session('old'), null)
      assert.equal((await state.session('new'))?.version, 1)
      assert.equal((await state.turns({ limit: 10 })).length, 1)
    },
  },
  {
    claim: 'a hundred conversations at once are all kept, each in its order',
    prove: async (state) => {
      const names = Array.from({ length: 100 }, (_, i) => `c${i}`)
      const talk = async (name: string) => {
        for (let version = 1; version <= 5; version++) await state.commit(sampleTurn(name, version))
      }
      await Promise.all(names.map(talk))
      assert.equal((await state.turns({ limit: 1_000 })).length, 500)
      const turns = await state.turns({ conversation: 'c42', limit: 10 })
      assert.deepEqual(
        turns.map((turn) => turn.session.version),
        [5, 4, 3, 2, 1],
      )
    },
  },
]
