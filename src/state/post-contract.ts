import assert from 'node:assert/strict'
import type {
  Answers,
  Claim,
  Delivery,
  Due,
  Held,
  Report,
  ReportedState,
  State,
} from '../model/index.ts'
import { sampleTurn } from './sample-turn.ts'

const now = 1_000_000
const wish = { now, until: now + 10_000, limit: 10 }
const later = { now: now + 10_000, until: now + 20_000, limit: 10 }

/** What every `Post` promises, as part of a `State`. */
export const postCases: readonly { claim: string; prove: (state: State) => Promise<void> }[] = [
  {
    claim: 'what comes in is given out once, by conversation, in the order it came',
    prove: async (state) => {
      await state.accept([delivery('a', 1), delivery('b', 1), delivery('a', 2)])
      const claims = await state.claim(wish)
      assert.deepEqual(claims.map(heard), [
        ['a', 'a/1', 'a/2'],
        ['b', 'b/1'],
      ])
      assert.deepEqual(claims[0]?.deliveries[0], delivery('a', 1))
      assert.deepEqual(await state.claim(wish), [])
    },
  },
  {
    claim: 'what is delivered again is not kept again, also after it was answered',
    prove: async (state) => {
      await state.accept([delivery('a', 1)])
      await state.accept([delivery('a', 1)])
      const [claim] = await state.claim(wish)
      assert.deepEqual(heard(claim!), ['a', 'a/1'])
      await state.commit(sampleTurn('a', 1), 0, answers(claim!, 1))
      await state.accept([delivery('a', 1)])
      assert.deepEqual(await state.claim(later), [])
    },
  },
  {
    claim: 'no more conversations are claimed than asked for, those that wait longest first',
    prove: async (state) => {
      await state.accept(['c', 'a', 'b'].map((name) => delivery(name, 1)))
      assert.deepEqual((await state.claim({ ...wish, limit: 2 })).map(heard), [
        ['c', 'c/1'],
        ['a', 'a/1'],
      ])
    },
  },
  {
    claim: 'a lease that is held on keeps the conversation, one that ends gives it away',
    prove: async (state) => {
      await state.accept([delivery('a', 1)])
      const [claim] = await state.claim(wish)
      await state.hold(claim!, later.now + 1)
      assert.deepEqual(await state.claim(later), [])
      await state.hold(claim!, 0)
      assert.equal((await state.claim(later)).length, 1)
    },
  },
  {
    claim: 'whoever lost the lease can neither answer nor hold it on',
    prove: async (state) => {
      await state.accept([delivery('a', 1)])
      const [late] = await state.claim(wish)
      const [quick] = await state.claim(later)
      assert.ok(quick!.token > late!.token)
      await state.hold(late!, 0)
      await assert.rejects(state.commit(sampleTurn('a', 1), 0, answers(late!, 1)), {
        code: 'state/conflict',
      })
      assert.equal(await state.session('a'), null)
      await state.commit(sampleTurn('a', 1), 0, answers(quick!, 1))
      assert.equal((await state.due(later)).length, 1)
    },
  },
  {
    claim: 'a delivery is answered once',
    prove: async (state) => {
      await state.accept([delivery('a', 1)])
      const [claim] = await state.claim(wish)
      await state.commit(sampleTurn('a', 1), 0, answers(claim!, 1))
      await assert.rejects(state.commit(sampleTurn('a', 2), 0, answers(claim!, 1)), {
        code: 'state/conflict',
      })
      assert.equal((await state.turns({ limit: 10 })).length, 1)
    },
  },
  {
    claim: 'a turn that is refused sends nothing and leaves its delivery waiting',
    prove: async (state) => {
      await state.accept([delivery('a', 1)])
      const [claim] = await state.claim(wish)
      await assert.rejects(state.commit(sampleTurn('a', 2), 0, answers(claim!, 1)), {
        code: 'state/conflict',
      })
      assert.deepEqual(await state.due(wish), [])
      assert.equal((await state.claim(later)).length, 1)
    },
  },
  {
    claim: 'messages to one recipient are due one after another, those to others at once',
    prove: async (state) => {
      await answered(state, 'a', ['one', 'two'])
      await answered(state, 'b', ['three'])
      const [one, three] = await state.due(wish)
      assert.deepEqual([one?.payload, three?.payload], ['one', 'three'])
      assert.deepEqual(await state.due(wish), [])
      await state.settle(one!, { kind: 'sent' })
      await state.settle(three!, { kind: 'failed', reason: 'blocked' })
      assert.deepEqual(
        (await state.due(wish)).map(({ payload }) => payload),
        ['two'],
      )
    },
  },
  {
    claim:
      'a message that could not be sent is due later, before those behind it, and counts its tries',
    prove: async (state) => {
      await answered(state, 'a', ['one', 'two'])
      const [one] = await state.due(wish)
      await state.settle(one!, { kind: 'later', at: now + 5 })
      assert.deepEqual(await state.due({ ...wish, now: now + 4 }), [])
      const [again] = await state.due({ ...wish, now: now + 5 })
      assert.deepEqual([again?.payload, again?.tries], ['one', 1])
    },
  },
  {
    claim: 'when a recipient was heard is known, the latest, to their own channel alone',
    prove: async (state) => {
      await answered(state, 'a', ['one'])
      const [unheard] = await state.due(wish)
      assert.equal(unheard?.heard, null)
      await state.accept([heardAt('a', 2, 500), heardAt('a', 3, 900), heardAt('a', 4, 700)])
      const [due] = await state.due(later)
      assert.deepEqual([due?.heard, due?.isHeld], [900, false])
    },
  },
  {
    claim: 'what is held is due when its recipient is heard, before what is behind it',
    prove: async (state) => {
      await answered(state, 'a', ['one', 'two'])
      await answered(state, 'b', ['three'])
      const [one, three] = await state.due(wish)
      await state.settle(one!, { kind: 'held', at: later.until, heard: null })
      await state.settle(three!, { kind: 'held', at: later.until, heard: null })
      assert.deepEqual(await state.due(later), [])
      await state.accept([heardAt('a', 2, 500)])
      const due = await state.due(later)
      assert.deepEqual(due.map(told), [['one', 0, true]])
    },
  },
  {
    claim: 'what is held is looked at again at its time, though nobody was heard',
    prove: async (state) => {
      await answered(state, 'a', ['one'])
      const [one] = await state.due(wish)
      await state.settle(one!, { kind: 'held', at: now + 5, heard: null })
      assert.deepEqual((await state.due({ ...wish, now: now + 5 })).map(told), [['one', 0, true]])
    },
  },
  {
    claim: 'what is held though its recipient was heard meanwhile is due at once',
    prove: async (state) => {
      await answered(state, 'a', ['one'])
      const [one] = await state.due(wish)
      await state.accept([heardAt('a', 2, 500)])
      await state.settle(one!, { kind: 'held', at: later.until, heard: one!.heard })
      assert.deepEqual((await state.due(wish)).map(told), [['one', 0, true]])
    },
  },
  {
    claim: 'a report is news once, in whatever order it comes, and names what was answered',
    prove: async (state) => {
      await answered(state, 'a', ['one'])
      const [one] = await state.due(wish)
      const early = await state.report([report('other', 'sent')])
      assert.deepEqual(early, [{ ...report('other', 'sent'), answers: null }])
      await state.settle(one!, { kind: 'sent', id: 'p1' })
      const read = report('p1', 'read')
      assert.deepEqual(await state.report([report('p1', 'sent'), read, read]), [
        { ...report('p1', 'sent'), answers: 'a/1' },
        { ...read, answers: 'a/1' },
      ])
      assert.deepEqual(await state.report([report('p1', 'delivered'), read]), [])
    },
  },
  {
    claim: 'what a platform could not show is sent otherwise, in its place, whenever that is told',
    prove: async (state) => {
      const unshown = (id: string) => ({ ...report(id, 'failed'), isUnshown: true as const })
      await answered(state, 'a', ['picture', 'after'])
      const [picture] = await state.due(wish)
      await state.settle(picture!, { kind: 'sent', id: 'p1', otherwise: 'words' })
      await state.report([unshown('p1')])
      const [words] = await state.due(wish)
      assert.deepEqual(told(words!), ['words', 0, false])
      await state.report([unshown('p2')])
      await state.settle(words!, { kind: 'sent', id: 'p2', otherwise: 'other words' })
      const [others] = await state.due(wish)
      assert.equal(others?.payload, 'other words')
      await state.settle(others, { kind: 'sent', id: 'p3' })
      await state.report([unshown('p3')])
      assert.equal((await state.due(wish))[0]?.payload, 'after')
    },
  },
  {
    claim: 'a message whose sender said nothing is due again',
    prove: async (state) => {
      await answered(state, 'a', ['one'])
      await state.due(wish)
      assert.deepEqual((await state.due(later))[0]?.payload, 'one')
    },
  },
]

function delivery(conversation: string, version: number): Delivery {
  return { message: sampleTurn(conversation, version).message, to: { chat: conversation } }
}

function heardAt(conversation: string, version: number, at: number): Delivery {
  const given = delivery(conversation, version)
  return {
    ...given,
    message: { ...given.message, channel: 'test' },
    heard: { recipient: conversation, at },
  }
}

function told({ payload, tries, isHeld }: Due): readonly unknown[] {
  return [payload, tries, isHeld]
}

function report(id: string, state: ReportedState): Report {
  return { channel: 'test', id, state, at: now }
}

function heard({ conversation, deliveries }: Claim): readonly string[] {
  return [conversation, ...deliveries.map(({ message }) => message.id)]
}

function answers(
  { conversation, token }: Held,
  version: number,
  payloads: readonly string[] = ['reply'],
): Answers {
  return {
    claim: { conversation, token },
    delivery: `${conversation}/${version}`,
    outgoing: payloads.map((payload) => ({ channel: 'test', recipient: conversation, payload })),
  }
}

async function answered(state: State, conversation: string, payloads: readonly string[]) {
  await state.accept([delivery(conversation, 1)])
  const [claim] = await state.claim(wish)
  await state.commit(sampleTurn(conversation, 1), 0, answers(claim!, 1, payloads))
}
