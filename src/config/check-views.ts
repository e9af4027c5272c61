import type { DeskDefinition, Table, TableShape } from '../model/index.ts'
import type { Places } from './files/names.ts'
import type { Problem } from './files/problem.ts'

/** A table that something of the desk reads, and where that stands. */
interface Read {
  readonly source: string
  readonly table: string
  readonly file: string
  readonly line: number
}

/**
 * The views that are read although nobody said whose rows they show, on sources that keep something from someone: the
 * guard refuses them.
 */
export function unmarkedViews(
  desk: DeskDefinition,
  places: Places,
  shapes: ReadonlyMap<string, readonly TableShape[]>,
): readonly Problem[] {
  const secrets = new Map(desk.tables.filter(keepsSomething).map((one) => [one.source, one.name]))
  const isView = ({ source, table }: Read) =>
    shapes.get(source)?.some(({ name, kind }) => name === table && kind === 'view') ?? false
  const isMarked = ({ source, table }: Read) =>
    desk.tables.some((one) => one.source === source && one.name === table && saysWhose(one))
  return readBy(desk, places)
    .filter((read) => secrets.has(read.source) && isView(read) && !isMarked(read))
    .map(({ source, table, file, line }) => ({
      code: 'privacy',
      file,
      line,
      column: 1,
      message: `\`${source}.${table}\` is a view or a part of a table: it may show rows of \`${secrets.get(source)}\`, which is not for everyone.`,
      hint: 'Give it a file under tables/ that says `private: { to, by }`, or `public: true`.',
    }))
}

function readBy(desk: DeskDefinition, places: Places): readonly Read[] {
  const byIntents = desk.intents.flatMap(({ answer, at: { file, line } }) =>
    answer.queries.flatMap((query) =>
      query.kind === 'sql'
        ? []
        : [query, ...query.joins].map(({ table }) => ({ source: query.source, table, file, line })),
    ),
  )
  const byEntities = desk.entities.flatMap((entity) => {
    if (entity.kind !== 'column') return []
    const place = places.get(`entity ${entity.name}`) ?? { file: 'desk.yaml', line: 1 }
    return [{ source: entity.from.source, table: entity.from.table, ...place }]
  })
  return [...byIntents, ...byEntities]
}

function keepsSomething({ private: owner, hidden }: Table): boolean {
  return owner !== null || hidden.length > 0
}

function saysWhose(table: Table): boolean {
  return table.private !== null || table.public === true
}
