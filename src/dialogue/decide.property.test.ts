import { expect, test } from 'vitest'
import { fc } from '../../test/dice.ts'
import type { Message, Move, Session, Understanding, Values } from '../model/index.ts'
import { college } from '../../test/dialogue/desk.ts'
import { Visitor } from '../../test/dialogue/visitor.ts'

/** One thing that happens in a conversation. */
interface Happening {
  readonly message: Partial<Message>
  readonly understanding: Partial<Understanding>
  /** The place of the offered choice that is tapped, if any is. */
  readonly tap: number | null
  readonly minutesLater: number
}

const words = `
  fees, hod, her number, cabin, dues, result, salary, my brother, holiday, cse, mechanical, sharma, anita sharma, 2, 7,
  library, hostel, dbms, and, RC1042, RC1043, RC9999, 2004-05-12, 2003-01-30, 1999-01-01, astrology, 😀, cancel, help,
  start over, log me out, thanks, नमस्ते, '; drop table, __proto__
`
  .split(',')
  .map((word) => word.trim())

/** Sentences that lead deep: proofs right and wrong, and questions left open one after the other. */
const proofs = ['', ' RC1042 2004-05-12', ' RC1043 2004-05-12', ' RC9999 1999-01-01']
const open = [
  'fees',
  'hod',
  'phone',
  'cabin',
  'go',
  'tell you',
  'brother',
  'available',
  'log me out',
]
const guarded = ['dues', 'salary', 'result'].flatMap((wish) => proofs.map((said) => wish + said))

const name = fc.constantFrom(...college.intents.map((intent) => intent.name), 'constructor', 'gone')

const candidates = fc.array(
  fc.record({ intent: name, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 4 },
)

const understanding = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ intent: fc.option(name), candidates }) },
)

const understood = fc.record({
  intent: fc.option(name),
  action: fc.constantFrom(null, '', 'timings.get'),
  parameters: fc.dictionary(
    fc.constantFrom('department', 'year', 'faculty', 'day', 'roll_no', 'date_of_birth'),
    fc.constantFrom('CSE', 'RC1042', '2004-05-12', 2, true, '', null),
  ),
  originals: fc.constant({}),
  contexts: fc.array(
    fc.record({
      name: fc.constantFrom('person', 'result'),
      lifespan: fc.integer({ min: 0, max: 3 }),
      parameters: fc.constant({ faculty: 'Anita Sharma' }),
    }),
    { maxLength: 2 },
  ),
  confidence: fc.constant(0.8),
  complete: fc.boolean(),
})

const text = fc
  .array(fc.constantFrom(...words), { maxLength: 4 })
  .map((some) => ({ text: some.join(' ') }))

const message: fc.Arbitrary<Partial<Message>> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 6, arbitrary: fc.constantFrom(...open, ...guarded).map((said) => ({ text: said })) },
  { weight: 1, arbitrary: fc.constantFrom('welcome', 'opened', 'x').map((event) => ({ event })) },
  { weight: 1, arbitrary: fc.record({ text: fc.constant('so'), understood }) },
  { weight: 1, arbitrary: text.map((said) => ({ ...said, anonymous: true as const })) },
)

const happening: fc.Arbitrary<Happening> = fc.record({
  message,
  understanding,
  tap: fc.option(fc.nat({ max: 12 }), { freq: 4 }),
  minutesLater: fc.constantFrom(0, 0, 0, 1, 11),
})

test('whatever happens in a conversation, the dialogue keeps its promises', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40, size: 'max' }), (happenings) => {
      const visitor = new Visitor()
      for (const one of happenings) {
        visitor.now = new Date(Date.parse(visitor.now) + one.minutesLater * 60_000).toISOString()
        const before = deepFreeze(visitor.session)
        const move = visitor.send(messageOf(one, before), one.understanding)
        keepsPromises(move, before, visitor)
      }
    }),
    { numRuns: 200 },
  )
})

function messageOf({ message: said, tap }: Happening, session: Session): Partial<Message> {
  if (tap === null) return said
  return { text: '', choice: session.offered[tap]?.id ?? 'gone' }
}

function keepsPromises(move: Move, before: Session, visitor: Visitor): void {
  const { session, lookUps, now } = visitor
  expect(session.version).toBe(before.version + 1)
  expect(holesIn(move).concat(holesIn(session))).toEqual([])
  const ids = session.offered.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(session.paused.length).toBeLessThanOrEqual(3)
  expect(session.contexts.every(({ lifespan }) => lifespan > 0)).toBe(true)
  if (isLocked(before, now)) expect(lookUps).not.toContain('proof')
  if (session.person !== undefined && session.person !== before.person) {
    expect(lookUps).toContain('proof')
  }
  for (const intent of answeredBy(move)) {
    const identity = college.intents.find((one) => one.name === intent)?.identity ?? null
    if (identity !== null) expect(session.person?.identity).toBe(identity)
  }
}

function isLocked({ attempts }: Session, now: string): boolean {
  return attempts.lockedUntil !== undefined && attempts.lockedUntil > now
}

function answeredBy(move: Move): readonly string[] {
  if (move.kind === 'answer') return [move.intent]
  return move.kind === 'say' && move.then !== undefined ? answeredBy(move.then) : []
}

/** Where something is undefined, by path. */
function holesIn(value: unknown, path = ''): readonly string[] {
  if (value === undefined) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as Values).flatMap(([key, one]) => holesIn(one, `${path}.${key}`))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
