import type { Aggregate, Ordering, Value } from '../model/index.ts'
import type { Condition, Draft, Group, Measure, Node, Output } from './draft.ts'
import { spelledOut } from './lexicon.ts'
import type { Column, Table } from './schema.ts'

/** A draft in plain words, so that who asked sees what was answered. */
export function describe(draft: Draft): string {
  const told = draft.outputs.map((one) => describeOutput(one, draft)).join(', ')
  const groups = draft.groups.map((group) => `each ${groupName(group)}`)
  const parts = [
    told === '' ? many(draft.focus.table) : told,
    groups.length > 0 ? `for ${groups.join(' and ')}` : '',
    conditionsIn(draft.focus),
    ...draft.having.map(
      ({ output, op, value }) => `where ${describeOutput(output, draft)} ${said(op)} ${value}`,
    ),
    draft.sorts.length > 0
      ? `sorted by ${draft.sorts.map(({ column, aggregate, descending }) => `${measureName(column, aggregate)}, ${descending ? 'highest' : 'lowest'} first`).join(', ')}`
      : '',
    draft.limit === null ? '' : `the first ${draft.limit}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function groupName({ node, columns }: Group): string {
  const isRow = columns.some((one) => node.table.naming.includes(one))
  return isRow ? oneOf(node.table) : columns.map(nameOf).join(' and ')
}

/** What a row of a table is called, and what several are. */
export function oneOf(table: Table): string {
  return table.called[0] ?? spelledOut(table.name).join(' ')
}

function many(table: Table): string {
  return table.called[1] ?? oneOf(table)
}

/** What a column is called. */
export function nameOf(column: Column): string {
  return spelledOut(column.name).join(' ')
}

/** What each column of a draft's result is called; the rows of a table have those of their columns. */
export function labelsOf(draft: Draft): readonly string[] {
  const grouped = draft.groups.flatMap(({ columns }) => columns.map(nameOf))
  const told = draft.outputs.flatMap((output) => {
    if (output.kind === 'count') return [`number of ${many(output.node.table)}`]
    if (output.kind === 'column') return [measureName(output.column, output.aggregate)]
    if (output.kind === 'share') return ['percentage']
    const { naming, columns } = output.node.table
    return [...naming, ...columns.filter((one) => !naming.includes(one))].map(nameOf)
  })
  return [...new Set([...grouped, ...told])]
}

function describeOutput(output: Output, draft: Draft): string {
  if (output.kind === 'row') return many(output.node.table)
  if (output.kind === 'count') return `number of ${many(output.node.table)}`
  if (output.kind === 'share')
    return `percentage of ${many(output.node.table)} ${conditionsIn({ ...output.node, conditions: [...output.conditions] })}`
  const name = measureName(output.column, output.aggregate)
  return output.node === draft.focus && draft.outputs.indexOf(output) > 0
    ? name
    : `${name} of ${many(output.node.table)}`
}

const aggregateNames: Readonly<Record<Aggregate, string>> = {
  count: 'number of',
  sum: 'total',
  average: 'average',
  minimum: 'lowest',
  maximum: 'highest',
  spread: 'difference between highest and lowest',
  share: 'share of',
}

function measureName(column: Column | null, aggregate: Aggregate | null): string {
  if (column === null) return 'number'
  return aggregate === null ? nameOf(column) : `${aggregateNames[aggregate]} ${nameOf(column)}`
}

function conditionsIn(node: Node): string {
  const parts = node.conditions.flatMap((one, i) => {
    const text = describeCondition(one)
    return text === '' ? [] : [`${i === 0 ? '' : one.or === true ? 'or ' : 'and '}${text}`]
  })
  return parts.length === 0 ? '' : `where ${parts.join(' ')}`
}

function describeCondition(condition: Condition): string {
  const not = condition.negated === true ? 'not ' : ''
  switch (condition.kind) {
    case 'compare':
      return `${nameOf(condition.column)} ${not}${said(condition.op)} ${valueIn(condition.value)}`
    case 'in':
      return `${nameOf(condition.column)} is ${not}one of ${condition.values.slice(0, 5).map(valueIn).join(', ')}`
    case 'match':
      return `${nameOf(condition.column)} ${not}${condition.how} “${condition.text}”`
    case 'range':
      return `${nameOf(condition.column)} is ${not}from ${valueIn(condition.least)} to ${valueIn(condition.greatest)}`
    case 'link': {
      const inner = conditionsIn(condition.child)
      const beside = condition.negated === true ? 'without' : 'with'
      return `${beside} ${oneOf(condition.child.table)}${inner === '' ? '' : ` (${inner})`}`
    }
    case 'defined':
      return `${not}${condition.definition.called}`
    case 'measure':
      return `${linkedName(condition.measure)} ${not}${said(condition.op)} ${condition.value}`
    case 'extreme': {
      const name =
        condition.measure.kind === 'column'
          ? nameOf(condition.measure.column)
          : linkedName(condition.measure)
      const each = condition.per === undefined ? '' : ` of each ${groupName(condition.per)}`
      return `the ${name} is the ${condition.direction > 0 ? 'highest' : 'lowest'}${each}`
    }
    case 'relative':
      return `${nameOf(condition.column)} ${said(condition.op)} that of ${condition.aggregate === 'average' ? 'the average' : conditionsIn(condition.to) || 'the others'}`
    default:
      return condition satisfies never
  }
}

function linkedName(measure: Extract<Measure, { kind: 'linked' }>): string {
  const inner = conditionsIn(measure.child)
  const of =
    measure.column === null
      ? `number of ${many(measure.child.table)}`
      : measureName(measure.column, measure.aggregate)
  return inner === '' ? of : `${of} (${inner})`
}

function said(op: Ordering): string {
  const names: Readonly<Record<Ordering, string>> = {
    '=': 'is',
    '!=': 'is not',
    '<': 'is below',
    '<=': 'is at most',
    '>': 'is above',
    '>=': 'is at least',
  }
  return names[op]
}

function valueIn(value: Value): string {
  return value === null ? 'nothing' : String(value)
}
