import { expect, test } from 'vitest'
import type { Understood } from '../../model/index.ts'
import { show, Visitor } from '../../../test/dialogue/visitor.ts'

function understood(part: Partial<Understood>): Understood {
  return {
    intent: null,
    action: null,
    parameters: {},
    originals: {},
    contexts: [],
    confidence: 0.9,
    complete: true,
    ...part,
  }
}

/** What the desk does with a message a platform has understood. */
function take(visitor: Visitor, part: Partial<Understood>, text = 'as it was said'): string {
  return show(visitor.send({ text, understood: understood(part) }))
}

test('the intent is found by its name, then by its action', () => {
  expect(take(new Visitor(), { intent: 'timings' })).toBe('answer timings')
  expect(take(new Visitor(), { intent: 'Library hours', action: 'timings.get' })).toBe(
    'answer timings',
  )
  expect(take(new Visitor(), { intent: 'frontdesk.help' })).toBe('help [Library | Fees]')
})

test('parameters fill slots by name, whatever type the platform gave them', () => {
  const parameters = { department: 'Astrology', year: '2', other: 'x' }
  expect(take(new Visitor(), { intent: 'fees', parameters })).toBe(
    'answer fees department=Astrology year=2',
  )
  const day = '2026-12-25T12:00:00+05:30'
  expect(take(new Visitor(), { intent: 'holiday', parameters: { day } })).toBe(
    'answer holiday day=2026-12-25',
  )
})

test('what the platform left open is asked for, and the reply may come through its fallback', () => {
  const visitor = new Visitor()
  expect(take(visitor, { intent: 'hod' })).toBe('ask hod.department')
  expect(take(visitor, { intent: 'Default Fallback Intent' }, 'civil')).toBe(
    'answer hod department=Civil',
  )
})

test('while the platform asks for slots itself, the desk waits for nothing', () => {
  const visitor = new Visitor()
  expect(take(visitor, { intent: 'hod', complete: false })).toBe('ask hod.department')
  expect(visitor.session.asking).toBeUndefined()
})

test('contexts of the platform are kept as it counts them, and carry their values', () => {
  const visitor = new Visitor()
  const contexts = [{ name: 'person', lifespan: 2, parameters: { faculty: 'Anita Sharma' } }]
  expect(take(visitor, { intent: 'phone', contexts }, 'her number')).toBe(
    'answer phone faculty=Anita Sharma',
  )
  expect(take(visitor, { intent: 'timings', contexts })).toBe('answer timings')
  expect(visitor.session.contexts).toEqual(contexts)
  const gone = [{ name: 'person', lifespan: 0, parameters: {} }]
  take(visitor, { intent: 'timings', contexts: gone })
  expect(visitor.session.contexts).toEqual([])
})

test('a parameter by the name of a key proves nothing alone', () => {
  const visitor = new Visitor()
  expect(take(visitor, { intent: 'dues', parameters: { roll_no: 'RC1043' } })).toBe(
    'verify student.date_of_birth',
  )
  expect(take(visitor, { intent: 'dues', parameters: { date_of_birth: '2004-05-12' } })).toMatch(
    /^verify/,
  )
  expect(visitor.session.person).toBeUndefined()
})
