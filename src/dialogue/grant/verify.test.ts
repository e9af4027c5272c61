import { expect, test } from 'vitest'
import { Visitor } from '../../../test/dialogue/visitor.ts'

const right = 'RC1042, 2004-05-12'

test('who is asking is proven first, then the question is answered, and not asked again', () => {
  const visitor = new Visitor()
  expect(visitor.say('my dues')).toBe('verify student.roll_no')
  expect(visitor.say('my roll number is rc1042')).toBe('verify student.date_of_birth')
  expect(visitor.say('2004-05-12')).toBe('proven, then answer dues')
  expect(visitor.session.person).toEqual({ identity: 'student', key: 'RC1042', name: 'Meera' })
  expect(visitor.say('result of semester 3')).toBe('answer result semester=3')
  expect(visitor.lookUps).toEqual([])
})

test('proofs said together, or with the question itself, are taken together', () => {
  const visitor = new Visitor()
  expect(visitor.say('my dues')).toBe('verify student.roll_no')
  expect(visitor.say(right)).toBe('proven, then answer dues')
  const another = new Visitor()
  expect(another.say(`dues of ${right}`)).toBe('proven, then answer dues')
  const third = new Visitor()
  expect(third.say('dues of RC1042')).toBe('verify student.date_of_birth')
})

test('a date in the question is not taken for a date of birth', () => {
  const visitor = new Visitor()
  expect(visitor.say('my dues on 2026-11-30')).toBe('verify student.roll_no')
})

test('slots are asked for once it is known who asks', () => {
  const visitor = new Visitor()
  expect(visitor.say('my result')).toBe('verify student.roll_no')
  expect(visitor.say(right)).toBe('proven, then ask result.semester')
  expect(visitor.say('3')).toBe('answer result semester=3')
})

test('an unknown number and a wrong date take the same queries and get the same words', () => {
  const heard = ['RC9999, 2004-05-12', 'RC1042, 1999-01-01'].map((proof) => {
    const visitor = new Visitor()
    visitor.say('my dues')
    return [visitor.say(proof), visitor.lookUps, visitor.session.attempts]
  })
  expect(heard[0]).toEqual(['not-proven, then verify student.roll_no', ['proof'], { failures: 1 }])
  expect(heard[1]).toEqual(heard[0])
})

test('a misspelt roll number is not mended into somebody’s', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  const entity = { entity: 'roll-number', value: 'RC1042', start: 0, end: 7, alternatives: [] }
  expect(visitor.say('RC10422', { entities: [{ ...entity, text: 'RC10422', score: 0.8 }] })).toBe(
    'verify student.date_of_birth',
  )
  expect(visitor.say('2004-05-12')).toBe('not-proven, then verify student.roll_no')
})

test('the last failure allowed locks; nothing is looked up until the lock is over', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  expect(visitor.say('RC1042, 2000-01-01')).toMatch(/^not-proven/)
  expect(visitor.say('RC1042, 2000-01-02')).toMatch(/^not-proven/)
  expect(visitor.say('RC1042, 2000-01-03')).toBe('locked')
  for (const said of ['my dues', right, `dues of ${right}`, `result of ${right}`]) {
    visitor.say(said)
    expect(visitor.lookUps).toEqual([])
    expect(visitor.session.person).toBeUndefined()
  }
  visitor.now = '2026-11-23T04:40:01.000Z'
  expect(visitor.say(`dues of ${right}`)).toBe('proven, then answer dues')
})

test('one’s own proof, logging out and starting over give no further attempts at another’s', () => {
  const visitor = new Visitor()
  visitor.say('dues of RC1043, 2000-01-01')
  visitor.say('cancel')
  visitor.say(`dues of ${right}`)
  visitor.say('log me out')
  visitor.say('dues of RC1043, 2000-01-02')
  visitor.say('start over')
  expect(visitor.say('dues of RC1043, 2000-01-03')).toBe('locked')
})

test('logging out forgets who it was and what only they may know', () => {
  const visitor = new Visitor()
  expect(visitor.say('log me out')).toBe('not-logged-in')
  visitor.say(`result of semester 3 for ${right}`)
  expect(visitor.session.contexts).toHaveLength(1)
  expect(visitor.say('log me out')).toBe('logged-out')
  const { person, last, contexts } = visitor.session
  expect({ person, last, contexts }).toEqual({ person: undefined, last: undefined, contexts: [] })
  expect(visitor.say('and for 4?')).toBe('not-understood [Library | Fees]')
  expect(visitor.say('my dues')).toBe('verify student.roll_no')
})

test('whoever asks for another while signed in is told so, and nothing is looked up', () => {
  const visitor = new Visitor()
  visitor.say(`dues of ${right}`)
  expect(visitor.say('dues of rc1042')).toBe('answer dues')
  expect(visitor.say('dues of RC1043, 2003-01-30')).toBe('signed-in-as')
  expect(visitor.lookUps).toEqual([])
  expect(visitor.say('my dues')).toBe('answer dues')
  visitor.say('log me out')
  expect(visitor.say('dues of RC1043, 2003-01-30')).toBe('proven, then answer dues')
})

test('what was given for one private question counts for the next, unless another number is said', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  visitor.say('RC1043')
  expect(visitor.say('my result')).toBe('verify student.date_of_birth')
  expect(visitor.say('my salary')).toBe('verify staff.roll_no')
  expect(visitor.say('dues of RC1042')).toBe('verify student.date_of_birth')
  expect(visitor.say('2004-05-12')).toMatch(/^proven, then answer dues/)
})

test('another identity does not count', () => {
  const visitor = new Visitor()
  visitor.say(`dues of ${right}`)
  expect(visitor.say('my salary')).toBe('verify staff.roll_no')
})

test('a proof may be left in the middle and come back to, or be cancelled', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  visitor.say('RC1042')
  expect(visitor.say('who is the hod of civil')).toBe(
    'answer hod department=Civil, then verify student.date_of_birth',
  )
  expect(visitor.say('is 2026-12-25 a holiday')).toBe(
    'answer holiday day=2026-12-25, then verify student.date_of_birth',
  )
  expect(visitor.say('2004-05-12')).toBe('proven, then answer dues')
  const another = new Visitor()
  another.say('my dues')
  expect(another.say('cancel')).toBe('cancelled')
  expect(another.say('RC1042')).toBe('not-understood [Library | Fees]')
})

test('a proof said at length is not taken for a question heard faintly', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  const faint = { intent: 'phone', confidence: 0.3 }
  expect(visitor.say('it is RC1042 and I was born on 2004-05-12', faint)).toMatch(/^proven/)
})

test('what is no proof at all is asked for again, then let go, and is no failure', () => {
  const visitor = new Visitor()
  visitor.say('my dues')
  expect(visitor.say('why?')).toBe('verify student.roll_no again')
  expect(visitor.say('hmm')).toBe('verify student.roll_no again')
  expect(visitor.say('well')).toBe('gave-up-asking')
  expect(visitor.session.attempts.failures).toBe(0)
})

test('in a conversation anybody could have named, nobody is asked and nothing looked up', () => {
  const visitor = new Visitor()
  const person = { identity: 'student', key: 'RC1042' }
  visitor.session = { ...visitor.session, person }
  const move = visitor.send({ text: `my dues ${right}`, anonymous: true })
  expect(move).toMatchObject({ kind: 'say', sentence: 'no-proof-here' })
  expect(visitor.lookUps).toEqual([])
  expect(visitor.session.person).toBeUndefined()
})
