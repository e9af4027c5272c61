import {
  comparisons,
  dateParts,
  type Filter,
  type FilterTemplate,
  type Operand,
  type Value,
} from '../../model/index.ts'
import { own } from '../../util/own.ts'
import type { Spot } from '../files/spot.ts'
import type { ConditionInput, WhereInput } from '../schemas/query-schema.ts'
import { checkColumn, type Tables } from './columns.ts'

/** What a condition may name. */
interface FilterScope extends Scope {
  readonly tables: Tables
}

/** The condition that `where` is short for; null for none. */
export function toFilter(
  input: WhereInput | undefined,
  spot: Spot,
  scope: FilterScope,
): FilterTemplate | null {
  return input === undefined ? null : combine('all', members(input, spot, scope))
}

/** A condition of values alone, which knows no slots; null for none. */
export function toFixedFilter(
  conditions: Readonly<Record<string, ConditionInput>>,
  spot: Spot,
): Filter | null {
  const templates = Object.entries(conditions).flatMap(([column, condition]) =>
    ofColumn(column, condition, spot.to(column), { slots: [], queries: {} }),
  )
  const filters = templates.map(fixed)
  return filters.length > 1 ? { kind: 'all', filters } : (filters[0] ?? null)
}

function fixed(template: FilterTemplate): Filter {
  const valueOf = (operand: Operand) => (operand.kind === 'value' ? operand.value : null)
  switch (template.kind) {
    case 'compare':
      return { ...template, value: valueOf(template.value) }
    case 'in':
      return {
        kind: 'in',
        column: template.column,
        values: template.values.map(valueOf),
      }
    case 'not':
      return { kind: 'not', filter: fixed(template.filter) }
    case 'all':
    case 'any':
      return { kind: template.kind, filters: template.filters.map(fixed) }
    default:
      return template satisfies never
  }
}

function members(input: WhereInput, spot: Spot, scope: FilterScope): readonly FilterTemplate[] {
  const { any, all, not, ...columns } = input
  const list = (inputs: readonly WhereInput[], key: string) =>
    inputs.flatMap((each, i) => toFilter(each, spot.to(key, i), scope) ?? [])
  const filters = Object.entries(columns).flatMap(([column, condition]) => {
    const there = spot.to(column)
    checkColumn(column, there, scope.tables)
    return ofColumn(column, condition as ConditionInput, there, scope)
  })
  if (all !== undefined) filters.push(...list(all, 'all'))
  const either = list(any ?? [], 'any')
  if (either.length > 0) filters.push({ kind: 'any', filters: either })
  const inner = toFilter(not, spot.to('not'), scope)
  if (inner !== null) filters.push({ kind: 'not', filter: inner })
  return filters
}

function ofColumn(
  column: string,
  condition: ConditionInput,
  spot: Spot,
  scope: Scope,
): FilterTemplate[] {
  if (condition === null || typeof condition !== 'object')
    return [{ kind: 'compare', column, op: '=', value: toOperand(condition, spot, scope) }]
  const filters: FilterTemplate[] = []
  for (const op of comparisons) {
    const value = condition[op]
    if (value === undefined) continue
    filters.push({ kind: 'compare', column, op, value: toOperand(value, spot.to(op), scope) })
  }
  const { in: among, 'not in': notAmong, between } = condition
  if (among !== undefined)
    filters.push({ kind: 'in', column, values: toOperands(among, spot.to('in'), scope) })
  if (notAmong !== undefined) {
    const values = toOperands(notAmong, spot.to('not in'), scope)
    filters.push({ kind: 'not', filter: { kind: 'in', column, values } })
  }
  if (between !== undefined) {
    const [least, greatest] = toOperands(between, spot.to('between'), scope)
    if (least !== undefined) filters.push({ kind: 'compare', column, op: '>=', value: least })
    if (greatest !== undefined) filters.push({ kind: 'compare', column, op: '<=', value: greatest })
  }
  return filters
}

function toOperands(
  input: string | readonly Value[],
  spot: Spot,
  scope: Scope,
): readonly Operand[] {
  if (typeof input === 'string') return [toOperand(input, spot, scope)]
  return input.map((value, i) => toOperand(value, spot.to(i), scope))
}

function combine(kind: 'all' | 'any', filters: readonly FilterTemplate[]): FilterTemplate | null {
  const [first] = filters
  return filters.length > 1 ? { kind, filters } : (first ?? null)
}

const facts = ['today', 'now', 'time', 'person'] as const

/** What a value in a query may refer to. */
export interface Scope {
  /** The slots of the intent. */
  readonly slots: readonly string[]
  /** Earlier queries, with the columns of their results; null when those are whatever the table has. */
  readonly queries: Readonly<Record<string, readonly string[] | null>>
}

/** Reads `$slot`, `$slot.weekday`, `$slot.from`, `$query.column`, `$today` and the like; anything else is the value itself. */
export function toOperand(value: Value, spot: Spot, scope: Scope): Operand {
  const reference = typeof value === 'string' ? readReference(value) : null
  if (reference === null) return { kind: 'value', value }
  const { name, column } = reference
  const part = dateParts.find((each) => each === column)
  if (part !== undefined && scope.slots.includes(name)) return { kind: 'part', slot: name, part }
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
