import type {
  Choice,
  Decide,
  Facts,
  Message,
  Move,
  Result,
  Understanding,
} from '../../src/model/index.ts'
import { newSession } from '../../src/model/index.ts'
import { decide } from '../../src/dialogue/decide.ts'
import { asSaid } from '../../src/dialogue/hear/picked.ts'
import { college } from './desk.ts'
import { understand } from './understand.ts'

/** The students there are: roll number and date of birth, and the name. */
const students = new Map([
  ['RC1042 2004-05-12', 'Meera'],
  ['RC1043 2003-01-30', 'Arjun'],
])

/** Look-ups a desk allows in one turn. */
const mostLookUps = 3

/** A visitor who talks with the college; what the desk does is kept as values and shown in one line. */
export class Visitor {
  now = '2026-11-23T04:30:00.000Z'
  session = newSession('c1')
  /** Look-ups of the last turn. */
  lookUps: readonly string[] = []
  readonly #decide: Decide

  constructor(definitions = college) {
    this.#decide = decide(definitions)
  }

  /** Says something; what the desk does next. */
  say(text: string, rest: Partial<Understanding> = {}): string {
    return show(this.send({ text }, rest))
  }

  /** Taps the choice with this label. */
  tap(label: string): string {
    const choice = this.session.offered.find((one) => one.label === label)?.id ?? 'nothing'
    return show(this.send({ text: '', choice }))
  }

  send(part: Partial<Message>, rest: Partial<Understanding> = {}): Move {
    const whole = { id: 'm', conversation: 'c1', channel: 'web', text: '', at: this.now, ...part }
    const message = asSaid(whole, this.session)
    const understanding = understand(message.text, rest)
    let facts: Facts = {
      now: this.now,
      timezone: 'Asia/Kolkata',
      random: 0,
      person: this.session.person ?? null,
      found: {},
    }
    this.lookUps = []
    for (let i = 0; i <= mostLookUps; i++) {
      const { move, session } = this.#decide(message, this.session, understanding, facts)
      if (move.kind === 'look-up') {
        this.lookUps = [...this.lookUps, ...Object.keys(move.queries)]
        facts = { ...facts, found: { ...facts.found, ...answers(move) } }
        continue
      }
      this.session = { ...session, version: this.session.version + 1, offered: offeredBy(move) }
      return move
    }
    throw new Error('more look-ups than a desk allows')
  }
}

/** The choices a reply to the move would show. */
function offeredBy(move: Move): readonly Choice[] {
  switch (move.kind) {
    case 'say':
      return [...move.choices, ...(move.then === undefined ? [] : offeredBy(move.then))]
    case 'ask':
      return move.choices
    case 'answer':
      return move.back === undefined ? [] : offeredBy(move.back)
    case 'question':
    case 'look-up':
    case 'verify':
      return []
    default:
      return move satisfies never
  }
}

function answers({ queries }: Extract<Move, { kind: 'look-up' }>): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, { where }]) => {
      const filters = where?.kind === 'all' ? where.filters : []
      const given = filters.map((one) => (one.kind === 'compare' ? one.value : null)).join(' ')
      const student = students.get(given)
      const proven = student === undefined ? [] : [[given.slice(0, 6), student]]
      const rows = name === 'proof' ? proven : [['Compilers'], ['Operating Systems']]
      return [name, { columns: [{ name: 'x', type: 'text' }], rows, rowCount: 1, truncated: false }]
    }),
  )
}

/** A move in one line: `answer fees department=CSE, then ask hod.department`. */
export function show(move: Move): string {
  switch (move.kind) {
    case 'say':
      return [move.sentence + labels(move.choices), move.then && show(move.then)]
        .filter(Boolean)
        .join(', then ')
    case 'ask':
      return `ask ${move.intent}.${move.slot}${move.again ? ' again' : ''}${labels(move.choices)}`
    case 'answer':
      return [`answer ${move.intent}${slots(move.slots)}`, move.back && show(move.back)]
        .filter(Boolean)
        .join(', then ')
    case 'verify':
      return `verify ${move.identity}.${move.column}${move.again ? ' again' : ''}`
    case 'question':
      return `question ${move.question.words}`
    case 'look-up':
      return `look up ${Object.keys(move.queries).join(', ')}`
    default:
      return move satisfies never
  }
}

function labels(choices: readonly { label: string }[]): string {
  return choices.length === 0 ? '' : ` [${choices.map(({ label }) => label).join(' | ')}]`
}

function slots(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('')
}
