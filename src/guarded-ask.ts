import { FrontdeskError } from './errors.ts'
import { type FailedProofs, guard, KnownColumns } from './identity/index.ts'
import type { Ask, DeskDefinition, EntityDefinition, Observe, Source } from './model/index.ts'
import { select } from './model/index.ts'

/** Rows of a column that become values of an entity, at the most. */
const mostValues = 1_000_000

/** What stands between the stages and the sources. */
export interface AskWorld {
  readonly observe: Observe
  readonly failedProofs: FailedProofs
}

/** Asks a source; the guard stands before every one, and the count of failed proofs before every proof. */
export function guardedAsk(
  definition: DeskDefinition,
  sources: ReadonlyMap<string, Source>,
  { observe, failedProofs }: AskWorld,
): Ask {
  const columns = new KnownColumns(
    definition.tables,
    async (source) => (await sources.get(source)?.tables()) ?? [],
  )
  const guarded = guard({
    ...definition,
    columnsOf: (source, table) => columns.of(source, table),
    isView: (source, table) => columns.isView(source, table),
  })
  return async (query, signal, from) => {
    const source = sources.get(query.source)
    if (source === undefined)
      throw new FrontdeskError('source/unknown', `There is no source "${query.source}".`)
    if (!columns.knows(query.source)) await columns.learn(query.source)
    const safe = guarded(query)
    const ask = () => source.query(safe, signal)
    const isProof = safe.kind === 'select' && safe.proof !== undefined
    const asked = isProof ? await failedProofs.check(safe, from, ask) : await ask()
    observe({ kind: 'query', asked })
    return asked
  }
}

/** The values of a column entity, asked as nobody in particular: a private table gives none. */
export async function loadValues(entity: Extract<EntityDefinition, { kind: 'column' }>, ask: Ask) {
  const { source, table, column } = entity.from
  const asked = await ask(
    select({
      source,
      table,
      columns: [column, ...entity.also].map((name) => ({ column: name })),
      distinct: true,
      limit: mostValues,
      person: null,
    }),
    new AbortController().signal,
  )
  return asked.result.rows
}
