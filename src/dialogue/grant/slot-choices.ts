import {
  type Decision,
  type EntityDefinition,
  type Facts,
  type Move,
  rowsOf,
  select,
  type SelectQuery,
  type Slot,
} from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import { offer, type Option } from './say.ts'

type Ask = Extract<Move, { kind: 'ask' }>

/**
 * Puts the values of a slot under the question for it, where the slot offers them. Values that stand in a column are
 * looked up first.
 */
export function withSlotChoices(decision: Decision, talk: Talk): Decision {
  const ask = askIn(decision.move)
  const slot = ask && slotOf(ask, talk)
  if (ask === undefined || slot === undefined) return decision
  const entity = talk.desk.entity.get(slot.entity)
  const query = entity?.kind === 'column' ? columnValues(entity, slot.offer, talk) : null
  if (query !== null && talk.facts.found[offers] === undefined) {
    return { move: { kind: 'look-up', queries: { [offers]: query } }, session: talk.session }
  }
  const options = valuesOf(entity, slot.offer, talk.facts).map((value) => toSlot(ask, value))
  const choices = offer('a', options, talk)
  return { ...decision, move: replaceAsk(decision.move, { ...ask, choices }) }
}

/** The name of the look-up that reads what to offer. */
const offers = 'offers'

/** The one question a move ends in, if it is for a slot and has no choices yet. */
function askIn(move: Move): Ask | undefined {
  if (move.kind === 'ask') return move.choices.length === 0 ? move : undefined
  if (move.kind === 'say' && move.then !== undefined) return askIn(move.then)
  return move.kind === 'answer' && move.back !== undefined ? askIn(move.back) : undefined
}

function replaceAsk(move: Move, ask: Ask): Move {
  if (move.kind === 'say' && move.then !== undefined) {
    return { ...move, then: replaceAsk(move.then, ask) }
  }
  if (move.kind !== 'answer') return ask
  return move.back?.kind === 'ask' ? { ...move, back: ask } : move
}

function slotOf(ask: Ask, talk: Talk): Slot | undefined {
  const slots = talk.desk.intent.get(ask.intent)?.slots ?? []
  return slots.find((slot) => slot.name === ask.slot && slot.offer > 0)
}

function valuesOf(entity: EntityDefinition | undefined, most: number, facts: Facts) {
  if (entity?.kind === 'list') return entity.values.slice(0, most).map(({ value }) => value)
  const found = facts.found[offers]
  if (entity?.kind !== 'column' || found === undefined) return []
  return rowsOf(found).flatMap((row) => Object.values(row)[0] ?? [])
}

function columnValues(
  { from }: Extract<EntityDefinition, { kind: 'column' }>,
  limit: number,
  talk: Talk,
): SelectQuery {
  return select({
    source: from.source,
    table: from.table,
    columns: [{ column: from.column }],
    order: [{ column: from.column, descending: false }],
    distinct: true,
    limit,
    person: talk.session.person ?? null,
  })
}

function toSlot(ask: Ask, value: string | number | boolean): Option {
  const slots = { ...ask.slots, [ask.slot]: value }
  return { label: String(value), means: { kind: 'intent', intent: ask.intent, slots } }
}
