import type {
  EntityDefinition,
  Intent,
  QueryTemplate,
  Recall,
  Result,
  Value,
} from '../model/index.ts'
import { answerIn } from './bind.ts'

type ColumnEntity = Extract<EntityDefinition, { kind: 'column' }>
type SelectTemplate = Extract<QueryTemplate, { kind: 'select' }>

/**
 * Remembers with the last answer what its rows are about: the values of entities that live in a column the main query
 * read, where all rows agree. So "who heads CSE?" knows the teacher that "and her number?" asks of, and nobody has
 * declared it. Of a person's own rows nothing is remembered.
 */
export function recall(
  intents: ReadonlyMap<string, Intent>,
  entities: readonly EntityDefinition[],
): Recall {
  const columns = entities.filter(
    (one) => one.kind === 'column' && !one.several,
  ) as readonly ColumnEntity[]
  return (move, results, session) => {
    const answering = answerIn(move)
    const intent = intents.get(answering?.intent ?? '')
    const [main] = intent?.answer.queries ?? []
    const { last } = session
    if (last === undefined || last.intent !== intent?.name || intent.identity !== null)
      return session
    const result = results[main?.name ?? '']
    if (main?.kind !== 'select' || result === undefined || result.truncated) return session
    const about: Record<string, Value> = {}
    for (const entity of columns) {
      const value = agreedOn(entity, main, result)
      if (value !== null) about[entity.name] = value
    }
    return { ...session, last: { ...last, about } }
  }
}

/** The one value of the entity's column in all rows; null where the query did not read it or they differ. */
function agreedOn({ from }: ColumnEntity, main: SelectTemplate, result: Result): Value {
  if (from.source !== main.source) return null
  const column = nameIn(from, main)
  const at = result.columns.findIndex(({ name }) => name === column)
  const [value = null, ...others] = new Set(result.rows.map((row) => row[at] ?? null))
  return at < 0 || others.length > 0 ? null : value
}

/** What the result calls the column of a table, if the query read it. */
function nameIn({ table, column }: ColumnEntity['from'], main: SelectTemplate): string | undefined {
  if (main.columns.length === 0) return main.table === table ? column : undefined
  const written = [
    ...(main.table === table ? [column] : []),
    ...main.joins.filter((join) => join.table === table).map(({ alias }) => `${alias}.${column}`),
  ]
  const read = main.columns.find(
    (one) => one.aggregate === undefined && written.includes(one.column),
  )
  return read === undefined ? undefined : (read.as ?? column)
}
