import type { Join, Selection, Table } from '../../model/index.ts'
import { own } from '../../util/own.ts'
import type { Reading } from '../reading.ts'
import type { Spot } from '../files/spot.ts'

/** The tables of one query: what its columns may name. */
export interface Tables {
  /** The table it reads, as far as the desk has a file for it. */
  readonly main: Table | undefined
  /** By alias. */
  readonly joined: Readonly<Record<string, Table | undefined>>
  readonly joins: readonly Join[]
}

/** Splits `source.table`, or reports what is missing; the table may have a schema in front: `source.schema.table`. */
export function splitTable(
  name: string,
  spot: Spot,
  reading: Pick<Reading, 'sources'>,
): { source: string; table: string } | null {
  const parts = /^([^.\s]+)\.(\S.*)$/.exec(name)
  const [, source, table] = parts ?? []
  if (source === undefined || table === undefined) {
    spot.report('not-allowed', `\`${name}\` does not say which source it is in.`, {
      hint: 'Write `source.table`.',
    })
    return null
  }
  return spot.expects('source', source, reading.sources) ? { source, table } : null
}

/** The joins of a query, by the aliases it names; `alias.alias` goes on from a table joined before. */
export function resolveJoins(
  aliases: readonly string[],
  from: { readonly source: string; readonly table: string },
  spot: Spot,
  reading: Reading,
): Tables {
  const main = reading.tables.get(`${from.source}.${from.table}`)
  const joined: Record<string, Table | undefined> = {}
  const joins: Join[] = []
  for (const [i, written] of aliases.entries()) {
    const dot = written.indexOf('.')
    const before = dot === -1 ? null : written.slice(0, dot)
    const alias = written.slice(dot + 1)
    if (before !== null && !spot.to(i).expects('join above', before, Object.keys(joined))) continue
    const start = before === null ? main : own(joined, before)
    const join = own(start?.joins ?? {}, alias)
    if (join === undefined) {
      const hint = `Declare it under \`joins\` of the table’s file.`
      spot.to(i).expects('join', alias, Object.keys(start?.joins ?? {}), { hint })
      continue
    }
    if (Object.hasOwn(joined, alias)) {
      spot.to(i).report('duplicate', `\`${alias}\` is joined twice.`)
      continue
    }
    const key = before === null ? join.column : `${before}.${join.column}`
    joined[alias] = reading.tables.get(`${from.source}.${join.table}`)
    joins.push({ table: join.table, alias, on: [key, join.equals], kind: join.kind })
  }
  return { main, joined, joins }
}

/** Reports a column of an alias that is not joined, and one that is never told to anyone. */
export function checkColumn(column: string, spot: Spot, tables: Tables): void {
  const dot = column.indexOf('.')
  const alias = dot === -1 ? null : column.slice(0, dot)
  const aliases = tables.joins.map((join) => join.alias)
  if (alias !== null && !spot.expects('joined table', alias, aliases, { hint: joinHint })) return
  const table = alias === null ? tables.main : own(tables.joined, alias)
  if (table?.hidden.includes(column.slice(dot + 1)) !== true) return
  spot.report('privacy', `\`${column}\` is hidden: it is never told to anyone.`, {
    hint: 'Leave it out, or take it out of `hidden` in the table’s file.',
  })
}

const joinHint = 'Name its alias under `join`.'

const aggregates: Readonly<Record<string, NonNullable<Selection['aggregate']>>> = {
  count: 'count',
  sum: 'sum',
  average: 'average',
  avg: 'average',
  minimum: 'minimum',
  min: 'minimum',
  maximum: 'maximum',
  max: 'maximum',
}

/** Reads `name`, `name as other`, `count(*) as n`, or the same as a mapping. */
export function toSelection(
  input: string | { column: string; as?: string | undefined; aggregate?: Selection['aggregate'] },
  spot: Spot,
  tables: Tables,
): Selection {
  const selection = typeof input === 'string' ? readSelection(input, spot) : clean(input)
  if (selection.aggregate !== undefined && selection.as === undefined)
    spot.report('missing', `What is computed of \`${selection.column}\` has no name.`, {
      hint: 'Add one: `count(*) as n`.',
    })
  if (selection.column !== '*') checkColumn(selection.column, spot, tables)
  else if (selection.aggregate !== 'count')
    spot.report('not-allowed', '`*` is only for `count(*)`.', {
      hint: 'Leave `columns` out to read all of the table.',
    })
  return selection
}

/** What a column is called in the result. */
export function resultName(selection: Selection): string {
  return selection.as ?? selection.column.slice(selection.column.lastIndexOf('.') + 1)
}

function readSelection(text: string, spot: Spot): Selection {
  const parts = /^(?:(\w+)\(\s*([^)\s]+)\s*\)|([^\s()]+))(?:\s+as\s+(\S+))?$/i.exec(text.trim())
  if (parts === null) {
    spot.report('not-allowed', `\`${text}\` is not a column.`, {
      hint: 'Write a name, `name as other`, or `count(*) as n`.',
    })
    return { column: text }
  }
  const [, called, argument, plain, as] = parts
  const column = argument ?? plain ?? text
  if (called === undefined) return clean({ column, as })
  const aggregate = own(aggregates, called.toLowerCase())
  if (aggregate === undefined) spot.expects('aggregate', called, Object.keys(aggregates))
  return clean({ column, as, aggregate })
}

/** Without the members that are undefined. */
function clean(selection: {
  column: string
  as?: string | undefined
  aggregate?: Selection['aggregate'] | undefined
}): Selection {
  const { column, as, aggregate } = selection
  return {
    column,
    ...(as === undefined ? {} : { as }),
    ...(aggregate === undefined ? {} : { aggregate }),
  }
}
