import { asFrontdeskError } from '../errors.ts'
import type {
  Answer,
  ColumnShape,
  DeskDefinition,
  FilterTemplate,
  Intent,
  QueryTemplate,
  TableShape,
} from '../model/index.ts'
import { closest } from '../util/closest.ts'
import { unmarkedViews } from './check-views.ts'
import type { Places } from './files/names.ts'
import type { Problem } from './files/problem.ts'
import { sortProblems } from './files/problem.ts'
import { listed } from './files/spot.ts'

/** The tables of a source by its name. Rejects with a `FrontdeskError` when it cannot be reached. */
export type TablesOf = (source: string) => Promise<readonly TableShape[]>

/** Tables by source, without those that cannot be reached. */
type Shapes = ReadonlyMap<string, readonly TableShape[]>

/**
 * Compares a desk with what its databases hold: every table and column that is not there, with what was probably
 * meant; every view that nobody said whose rows it shows; and every database that does not answer. Each stands on the line where its source, intent, table, entity or identity begins.
 */
export async function checkSources(
  desk: DeskDefinition,
  places: Places,
  tablesOf: TablesOf,
): Promise<readonly Problem[]> {
  const shapes = new Map<string, readonly TableShape[]>()
  const unreachable: Problem[] = []
  const looks = desk.sources.map(async ({ name }) => {
    try {
      shapes.set(name, await tablesOf(name))
    } catch (thrown) {
      const { message, hint } = asFrontdeskError(thrown)
      const place = places.get(`source ${name}`) ?? deskFile
      unreachable.push({ code: 'unreachable', ...place, column: 1, message, hint })
    }
  })
  await Promise.all(looks)
  return sortProblems([
    ...unreachable,
    ...desk.intents.flatMap((intent) => ofIntent(intent, shapes)),
    ...ofIdentities(desk, places, shapes),
    ...ofTables(desk, places, shapes),
    ...ofEntities(desk, places, shapes),
    ...unmarkedViews(desk, places, shapes),
  ])
}

function ofIntent({ answer, at }: Intent, shapes: Shapes): readonly Problem[] {
  return answer.queries.flatMap((query) =>
    query.kind === 'sql' ? [] : ofQuery(query, answer, shapes).map(problemAt(at.file, at.line)),
  )
}

/** What of a query is not there. */
function ofQuery(
  query: Extract<QueryTemplate, { kind: 'select' }>,
  answer: Answer,
  shapes: Shapes,
): readonly Missing[] {
  const aliases = { '': query.table, ...aliasTables(query) }
  const columns: string[] = [
    ...query.columns.map(({ column }) => column).filter((column) => column !== '*'),
    ...(query.where === null ? [] : columnsIn(query.where)),
    ...query.groupBy,
    ...query.joins.map(({ on }) => on[0]),
    ...query.joins.map(({ alias, on }) => `${alias}.${on[1]}`),
    ...query.order.map(({ column }) => column).filter((column) => !isComputed(column, query)),
    ...taken(query.name, answer).filter((column) => !isComputed(column, query)),
  ]
  return columns.flatMap((column) => {
    const dot = column.indexOf('.')
    const alias = dot === -1 ? '' : column.slice(0, dot)
    const table = Object.hasOwn(aliases, alias) ? (aliases as Names)[alias] : undefined
    return table === undefined ? [] : missing(query.source, table, column.slice(dot + 1), shapes)
  })
}

type Names = Readonly<Record<string, string>>

function aliasTables(query: Extract<QueryTemplate, { kind: 'select' }>): Names {
  return Object.fromEntries(query.joins.map(({ alias, table }) => [alias, table]))
}

/** A name the query itself gives: not a column of the table. */
function isComputed(column: string, query: Extract<QueryTemplate, { kind: 'select' }>): boolean {
  return query.columns.some(
    (selection) => selection.as === column || selection.column.endsWith(`.${column}`),
  )
}

/** The columns of a query's rows that other queries and nests take. */
function taken(name: string, { nests }: Answer): readonly string[] {
  return nests.flatMap((nest) => [
    ...(nest.query === name ? [nest.column] : []),
    ...(nest.under === name ? [nest.equals] : []),
  ])
}

function columnsIn(filter: FilterTemplate): readonly string[] {
  switch (filter.kind) {
    case 'compare':
    case 'in':
      return [filter.column]
    case 'not':
      return columnsIn(filter.filter)
    case 'all':
    case 'any':
      return filter.filters.flatMap(columnsIn)
    default:
      return filter satisfies never
  }
}

function ofIdentities(desk: DeskDefinition, places: Places, shapes: Shapes): readonly Problem[] {
  return desk.identities.flatMap(({ name, source, table, key, nameColumn, proofs }) => {
    const columns = [key, ...(nameColumn === null ? [] : [nameColumn])]
    const all = [...new Set([...columns, ...proofs.map(({ column }) => column)])]
    return all
      .flatMap((column) => missing(source, table, column, shapes))
      .map(problemIn(places, `identity ${name}`))
  })
}

function ofTables(desk: DeskDefinition, places: Places, shapes: Shapes): readonly Problem[] {
  return desk.tables.flatMap((table) => {
    const asked = Object.keys(table.words?.columns ?? {})
    const own = [
      ...table.hidden,
      ...asked,
      ...(table.private === null ? [] : [table.private.column]),
    ]
    const joins = Object.values(table.joins)
    return [
      ...missing(table.source, table.name, null, shapes),
      ...[...own, ...joins.map(({ column }) => column)].flatMap((column) =>
        missing(table.source, table.name, column, shapes),
      ),
      ...joins.flatMap(({ table: other, equals }) => missing(table.source, other, equals, shapes)),
    ].map(problemIn(places, `table ${table.source}.${table.name}`))
  })
}

function ofEntities(desk: DeskDefinition, places: Places, shapes: Shapes): readonly Problem[] {
  return desk.entities.flatMap((entity) => {
    if (entity.kind !== 'column') return []
    const { source, table, column } = entity.from
    return [column, ...entity.also]
      .flatMap((each) => missing(source, table, each, shapes))
      .map(problemIn(places, `entity ${entity.name}`))
  })
}

/** Something a source does not have. */
interface Missing {
  readonly message: string
  readonly hint: string
  readonly allowed: readonly string[]
}

/** The table, or the column of it (null: only the table), as far as the source does not have it. */
function missing(
  source: string,
  table: string,
  column: string | null,
  shapes: Shapes,
): readonly Missing[] {
  const tables = shapes.get(source)
  if (tables === undefined) return []
  const shape = tables.find(({ name }) => name === table)
  if (tables.length === 0) return [holdsNothing(source, table)]
  if (shape === undefined) {
    const names = tables.map(({ name }) => name)
    return [lacking(`\`${source}\` has no table \`${table}\`.`, table, names)]
  }
  const names = shape.columns.map(({ name }: ColumnShape) => name)
  if (column === null || names.some((name) => name.toLowerCase() === column.toLowerCase()))
    return []
  return [lacking(`\`${source}.${table}\` has no column \`${column}\`.`, column, names)]
}

function holdsNothing(source: string, table: string): Missing {
  return {
    message: `\`${source}\` has no table \`${table}\`.`,
    hint: 'It has no table that its user may read: check the name of the database, and the grants.',
    allowed: [],
  }
}

function lacking(message: string, name: string, allowed: readonly string[]): Missing {
  const meant = closest(name, allowed)
  const hint = meant === null ? listed(allowed) : `Did you mean \`${meant}\`?`
  return { message, hint, allowed }
}

const deskFile = { file: 'desk.yaml', line: 1 } as const

function problemIn(places: Places, declared: string): (found: Missing) => Problem {
  const { file, line } = places.get(declared) ?? deskFile
  return problemAt(file, line)
}

function problemAt(file: string, line: number): (found: Missing) => Problem {
  return (found) => ({ code: 'unknown-name', file, line, column: 1, ...found })
}
