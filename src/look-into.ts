import {
  declaredJoins,
  type GuessedJoin,
  keyOf,
  likelyJoins,
  namingOf,
  type Surveyed,
  survey,
} from './questions/index.ts'
import { type Ask, select, subquery, type TableShape } from './model/index.ts'

/** A table that was looked into, with what was guessed of it. */
export interface LookedInto {
  readonly shape: TableShape
  readonly rows: number
  readonly key: string | null
  readonly naming: readonly string[]
  readonly joins: readonly GuessedJoin[]
  /** Some values of its columns of words. */
  readonly samples: ReadonlyMap<string, readonly string[]>
}

/** How much of each table is read: rows up to which all of them are counted, and values of a column. */
export const lookLimits = { rows: 1_000_000, values: 5000 }

/** Looks into the tables of a source. Rejects as asking does. `told` hears each table as it begins. */
export async function lookInto(
  source: string,
  shapes: readonly TableShape[],
  ask: Ask,
  told: (table: string, number: number) => void,
): Promise<readonly LookedInto[]> {
  const surveyed: Surveyed[] = []
  for (const [i, shape] of shapes.entries()) {
    told(shape.name, i + 1)
    surveyed.push({ shape, survey: await survey(source, shape, ask, lookLimits) })
  }
  const declared = declaredJoins(surveyed)
  const joins = [...declared, ...(await likelyJoins(surveyed, declared, shareWithin(source, ask)))]
  return surveyed.map((one) => {
    const { shape, survey: found } = one
    const own = joins.filter(({ table }) => table === shape.name)
    return {
      shape,
      rows: found.rows,
      key: keyOf(one),
      naming: namingOf(one, new Set(own.map(({ column }) => column))),
      joins: own,
      samples: new Map(
        [...found.columns].map(([name, { values }]) => [name, values.slice(0, 20).map(String)]),
      ),
    }
  })
}

/** The share of a column's rows whose value stands in another column. */
function shareWithin(source: string, ask: Ask) {
  type Place = { readonly table: string; readonly column: string }
  return async (from: Place, to: Place): Promise<number> => {
    const present = { kind: 'compare', column: from.column, op: '!=', value: null } as const
    const among = {
      kind: 'among',
      column: from.column,
      query: subquery({ table: to.table, columns: [{ column: to.column }] }),
    } as const
    const count = async (filters: readonly (typeof present | typeof among)[]) => {
      const query = select({
        source,
        table: from.table,
        columns: [{ column: '*', aggregate: 'count' }],
        where: { kind: 'all', filters },
        limit: 1,
        person: null,
      })
      const { result } = await ask(query, new AbortController().signal)
      return Number(result.rows[0]?.[0] ?? 0)
    }
    const all = await count([present])
    return all === 0 ? 0 : (await count([present, among])) / all
  }
}
