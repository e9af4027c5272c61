import type {
  Bind,
  Facts,
  Filter,
  FilterTemplate,
  Intent,
  Move,
  Operand,
  Query,
  QueryTemplate,
  Results,
  Value,
  Values,
} from '../model/index.ts'
import { datePart, localDate, localDateTime, localTime } from './local-time.ts'

/** Where the values of a template come from. */
interface Givens {
  readonly slots: Values
  readonly facts: Facts
  readonly results: Results
}

/** A condition no row meets: what remains of one whose value comes from rows that were not found. */
const never: Filter = { kind: 'any', filters: [] }

/**
 * Puts the slots of a move into the queries of its answer. A query that takes values from another's rows is returned
 * once that one's result is there.
 */
export function bind(intents: ReadonlyMap<string, Intent>): Bind {
  return (move, facts, results) => {
    if (move.kind === 'question')
      return 'rows' in results ? {} : { rows: { ...move.question.query, person: facts.person } }
    const answering = answerIn(move)
    if (answering === undefined) return {}
    const templates = intents.get(answering.intent)?.answer.queries ?? []
    const givens = { slots: answering.slots, facts, results }
    const queries: Record<string, Query> = {}
    for (const template of templates)
      if (!(template.name in results) && isReady(template, results))
        queries[template.name] = fill(template, givens)
    return queries
  }
}

/** The answer a move gives, itself or after its sentence. */
export function answerIn(move: Move): Extract<Move, { kind: 'answer' }> | undefined {
  if (move.kind === 'answer') return move
  return move.kind === 'say' && move.then !== undefined ? answerIn(move.then) : undefined
}

function isReady(template: QueryTemplate, results: Results): boolean {
  return operandsOf(template).every(
    (operand) => operand.kind !== 'rows' || operand.query in results,
  )
}

function operandsOf(template: QueryTemplate): readonly Operand[] {
  if (template.kind === 'sql') return Object.values(template.parameters)
  return template.where === null ? [] : operandsIn(template.where)
}

function operandsIn(filter: FilterTemplate): readonly Operand[] {
  switch (filter.kind) {
    case 'compare':
      return [filter.value]
    case 'in':
      return filter.values
    case 'all':
    case 'any':
      return filter.filters.flatMap(operandsIn)
    case 'not':
      return operandsIn(filter.filter)
    default:
      return filter satisfies never
  }
}

function fill(template: QueryTemplate, givens: Givens): Query {
  const { source, limit } = template
  const { person } = givens.facts
  if (template.kind === 'select') {
    const { kind, table, columns, joins, groupBy, order, distinct } = template
    const where = template.where === null ? null : fillFilter(template.where, givens)
    return { kind, source, table, columns, where, joins, groupBy, order, distinct, limit, person }
  }
  const parameters = Object.entries(template.parameters).map(
    ([name, operand]) => [name, valuesOf(operand, givens)[0] ?? null] as const,
  )
  const { kind, text } = template
  return { kind, source, text, parameters: Object.fromEntries(parameters), limit, person }
}

/** The condition with its values, or null when it is dropped because the visitor said nothing to compare with. */
function fillFilter(filter: FilterTemplate, givens: Givens): Filter | null {
  switch (filter.kind) {
    case 'compare':
      return fillComparison(filter, givens)
    case 'in':
      return fillIn(filter, givens)
    case 'all':
    case 'any':
      return fillGroup(filter, givens)
    case 'not': {
      const inner = fillFilter(filter.filter, givens)
      return inner === null ? null : { kind: 'not', filter: inner }
    }
    default:
      return filter satisfies never
  }
}

function fillComparison(
  filter: Extract<FilterTemplate, { kind: 'compare' }>,
  givens: Givens,
): Filter | null {
  const value = valuesOf(filter.value, givens)[0] ?? null
  if (value === null && filter.value.kind !== 'value')
    return isOptional(filter.value) ? null : never
  return { kind: 'compare', column: filter.column, op: filter.op, value }
}

function fillIn(filter: Extract<FilterTemplate, { kind: 'in' }>, givens: Givens): Filter | null {
  const values = filter.values.flatMap((operand) => valuesOf(operand, givens))
  const slots = filter.values.filter(isOptional)
  const isSaid = slots.some((slot) => valuesOf(slot, givens).length > 0)
  if (slots.length > 0 && !isSaid) return null
  return { kind: 'in', column: filter.column, values }
}

function fillGroup(
  filter: Extract<FilterTemplate, { kind: 'all' | 'any' }>,
  givens: Givens,
): Filter | null {
  const filters = filter.filters
    .map((inner) => fillFilter(inner, givens))
    .filter((inner) => inner !== null)
  return filters.length === 0 ? null : { kind: filter.kind, filters }
}

/** A slot may be empty, and its condition is dropped; a row or a person that is missing must not widen the result. */
function isOptional(operand: Operand): boolean {
  return operand.kind === 'slot' || operand.kind === 'part'
}

function valuesOf(operand: Operand, givens: Givens): readonly Value[] {
  switch (operand.kind) {
    case 'value':
      return [operand.value]
    case 'slot':
      return present(givens.slots[operand.slot])
    case 'part':
      return present(givens.slots[operand.slot]).map((value) => datePart(value, operand.part))
    case 'rows':
      return columnOf(givens.results, operand.query, operand.column)
    case 'fact':
      return present(factOf(operand.fact, givens.facts))
    default:
      return operand satisfies never
  }
}

function present(value: Value | undefined): readonly Value[] {
  return value === undefined || value === null || value === '' ? [] : [value]
}

function columnOf(results: Results, query: string, column: string): readonly Value[] {
  const result = results[query]
  if (result === undefined) return []
  const index = result.columns.findIndex((candidate) => candidate.name === column)
  const values = result.rows.map((row) => row[index] ?? null).filter((value) => value !== null)
  return [...new Set(values)]
}

function factOf(fact: Extract<Operand, { kind: 'fact' }>['fact'], facts: Facts): Value {
  switch (fact) {
    case 'today':
      return localDate(facts.now, facts.timezone)
    case 'now':
      return localDateTime(facts.now, facts.timezone)
    case 'time':
      return localTime(facts.now, facts.timezone)
    case 'person':
      return facts.person?.key ?? null
    default:
      return fact satisfies never
  }
}
