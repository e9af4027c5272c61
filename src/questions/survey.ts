import type {
  Ask,
  ColumnShape,
  Filter,
  Selection,
  SelectQuery,
  TableShape,
  Value,
} from '../model/index.ts'
import { select } from '../model/index.ts'

/** What the rows of a table are like, as far as questions need to know. */
export interface Survey {
  readonly rows: number
  /** By column. */
  readonly columns: ReadonlyMap<string, ColumnSurvey>
}

/** What the values of a column are like. */
export interface ColumnSurvey {
  readonly distinct: number
  readonly least: Value
  readonly greatest: Value
  /** The values of a column of words, as far as there are not too many. */
  readonly values: readonly Value[]
}

/** How far a survey looks. */
export interface Limits {
  /** Rows above which nothing is computed of all of them. */
  readonly rows: number
  /** Values of a column that are read. */
  readonly values: number
}

/** Asks what the rows of a table are like, reading the columns given alone. Rejects as asking does. */
export async function survey(
  source: string,
  shape: Pick<TableShape, 'name' | 'columns'>,
  ask: Ask,
  limits: Limits,
): Promise<Survey> {
  const from = (query: Partial<SelectQuery>) =>
    ask(
      select({ source, table: shape.name, limit: 1, person: null, ...query }),
      new AbortController().signal,
    )
  const counted = await from({ columns: [{ column: '*', aggregate: 'count' }] })
  const rows = Number(counted.result.rows[0]?.[0] ?? 0)
  const columns = new Map<string, ColumnSurvey>()
  if (rows > 0) {
    const figures =
      rows <= limits.rows
        ? await figuresOf(shape.columns, from)
        : new Map<string, readonly Value[]>()
    for (const column of shape.columns) {
      const values =
        limits.values > 0 && isOfWords(column) ? await valuesOf(column, from, limits.values) : []
      const [least = null, greatest = null, distinct = 0] = figures.get(column.name) ?? []
      columns.set(column.name, { distinct: Number(distinct), least, greatest, values })
    }
  }
  return { rows, columns }
}

type From = (query: Partial<SelectQuery>) => ReturnType<Ask>

/** Least, greatest and how many different, of every column that has an order. */
async function figuresOf(columns: readonly ColumnShape[], from: From) {
  const ordered = columns.filter(
    ({ type }) => type !== 'bytes' && type !== 'json' && type !== 'boolean',
  )
  if (ordered.length === 0) return new Map<string, readonly Value[]>()
  const selections = ordered.flatMap(({ name }): Selection[] => [
    { column: name, aggregate: 'minimum' },
    { column: name, aggregate: 'maximum' },
    { column: name, aggregate: 'count', distinct: true },
  ])
  const named = selections.map((one, i) => ({ ...one, as: `f${i}` }))
  const { result } = await from({ columns: named })
  const [row = []] = result.rows
  return new Map(ordered.map(({ name }, i) => [name, row.slice(3 * i, 3 * i + 3)] as const))
}

function isOfWords({ type }: ColumnShape): boolean {
  return type === 'text' || type === 'unknown'
}

async function valuesOf(
  { name }: ColumnShape,
  from: From,
  most: number,
): Promise<readonly Value[]> {
  const present: Filter = { kind: 'compare', column: name, op: '!=', value: null }
  const { result } = await from({
    columns: [{ column: name }],
    where: present,
    distinct: true,
    limit: most,
  })
  return result.truncated ? [] : result.rows.map(([value = null]) => value)
}

/** Whether the same thing stands on several rows: its name repeats, and what else is said of it with it. */
export async function repeats(
  source: string,
  table: { readonly name: string; readonly naming: string; readonly numbers: readonly string[] },
  ask: Ask,
): Promise<boolean> {
  const { name, naming, numbers } = table
  if (numbers.length === 0) return false
  const { result } = await ask(
    select({
      source,
      table: name,
      columns: [{ column: naming }],
      groupBy: [naming],
      having: {
        kind: 'any',
        filters: numbers.map((column) => ({
          kind: 'compare',
          column,
          aggregate: 'count',
          distinct: true,
          op: '>',
          value: 1,
        })),
      },
      limit: 5,
      person: null,
    }),
    new AbortController().signal,
  )
  return result.rowCount < 3
}
