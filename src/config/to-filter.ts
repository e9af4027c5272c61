import type { FilterTemplate, Operand, Value } from '../model/index.ts'
import { comparisons } from '../model/index.ts'
import type { Tables } from './columns.ts'
import { checkColumn } from './columns.ts'
import type { Scope } from './operand.ts'
import { toOperand } from './operand.ts'
import type { ConditionInput, WhereInput } from './query-schema.ts'
import type { Spot } from './spot.ts'

/** What a condition may name. */
export interface FilterScope extends Scope {
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
