import type { Operand, Value } from '../model/index.ts'
import { own } from '../util/own.ts'
import type { Spot } from './spot.ts'

const facts = ['today', 'now', 'time', 'person'] as const

/** What a value in a query may refer to. */
export interface Scope {
  /** The slots of the intent. */
  readonly slots: readonly string[]
  /** Earlier queries, with the columns of their results; null when those are whatever the table has. */
  readonly queries: Readonly<Record<string, readonly string[] | null>>
}

/** Reads `$slot`, `$slot.weekday`, `$query.column`, `$today` and the like; anything else is the value itself. */
export function toOperand(value: Value, spot: Spot, scope: Scope): Operand {
  const reference = typeof value === 'string' ? readReference(value) : null
  if (reference === null) return { kind: 'value', value }
  const { name, column } = reference
  if (column === 'weekday' && scope.slots.includes(name)) return { kind: 'weekday', slot: name }
  if (column !== null) return rowsOperand(name, column, spot, scope)
  if (scope.slots.includes(name)) return { kind: 'slot', slot: name }
  const fact = facts.find((each) => each === name)
  if (fact !== undefined) return { kind: 'fact', fact }
  const known = [...scope.slots, ...facts].map(dollar)
  if (Object.hasOwn(scope.queries, name)) {
    const hint = `Say which column of it: \`$${name}.column\`.`
    spot.report('not-allowed', `\`$${name}\` is a query, not a value.`, { hint })
  } else spot.expects('slot', dollar(name), known, { hint: `Declare it under \`slots\`.` })
  return { kind: 'slot', slot: name }
}

/** The name a `$name` refers to, and the column of a `$query.column`; null for a plain text. */
export function readReference(text: string): { name: string; column: string | null } | null {
  const parts = /^\$([\p{L}_][\p{L}\p{M}\p{N}_-]*)(?:\.([\p{L}_][\p{L}\p{M}\p{N}_]*))?$/u.exec(text)
  const name = parts?.[1]
  return name === undefined ? null : { name, column: parts?.[2] ?? null }
}

function rowsOperand(query: string, column: string, spot: Spot, scope: Scope): Operand {
  const known = Object.keys(scope.queries)
  const columns = own(scope.queries, query)
  const hint = 'A query may take values from those above it.'
  if (columns === undefined) spot.expects('earlier query', query, known, { hint })
  else if (columns !== null) spot.expects(`column of \`${query}\``, column, columns)
  return { kind: 'rows', query, column }
}

function dollar(name: string): string {
  return `$${name}`
}
