import type { Chunk, ValueOption } from './chunk.ts'
import type { Scene } from './scene.ts'
import type { Table } from './schema.ts'

/** Values of as many columns are weighed: "yes" may stand in hundreds. */
const mostOptions = 24

/** The value option that fits best where the question stands. */
export function bestValue(
  chunk: Chunk,
  scene: Scene,
  next: Chunk | undefined,
  isBeside: (table: Table) => boolean = () => true,
): ValueOption | null {
  const latest = scene.nodes.toReversed()
  const isNear = ({ column: { table } }: ValueOption) =>
    latest.some((node) => node.table === table) || next?.tables.includes(table) === true
  const nearFirst = [...chunk.values.filter(isNear), ...chunk.values.filter((one) => !isNear(one))]
  const costs = nearFirst.slice(0, mostOptions).map((option) => {
    const { table } = option.column
    const i = latest.findIndex((node) => node.table === table)
    const isNext =
      next?.tables.includes(table) === true || next?.columns.includes(option.column) === true
    const near = i === -1 ? scene.nearest(table) : null
    const distance =
      i === -1
        ? near === null
          ? scene.nodes.length === 0
            ? 1
            : 9
          : near.path.length + 0.5
        : 0.3 * i
    // What is asked for is not told by its own name: "rivers in Colorado" are in the state.
    const isAsked = i !== -1 && !latest[i]!.implied && !isBeside(table) && !isNext
    const own = isAsked ? 1.6 : -0.2
    const naming = table.naming.includes(option.column)
      ? own
      : option.column.link === null
        ? 0
        : 0.15
    return { option, cost: (isNext ? -1 : distance) + naming + 2 * (1 - option.score) }
  })
  const [best, ...others] = costs.toSorted((a, b) => a.cost - b.cost)
  const namesakes = others
    .filter((one) => isNamesake(one, best!, scene.focus?.implied ?? true))
    .map(({ option }) => option)
  if (namesakes.length > 0)
    scene.namesakes.push({ chunk, tables: namesakes.map(({ column }) => column.table) })
  return best?.option ?? null
}

interface Weighed {
  readonly option: ValueOption
  readonly cost: number
}

/** As good a name of a row of another table: a city and a state of the same name. */
function isNamesake({ option, cost }: Weighed, best: Weighed, isGuessed: boolean): boolean {
  const [own, other] = [best.option.column, option.column]
  const areNames = own.table.naming.includes(own) && other.table.naming.includes(other)
  const areWhole = option.score === 1 && best.option.score === 1
  return (
    areNames &&
    areWhole &&
    own.table !== other.table &&
    cost - best.cost < (isGuessed ? closeToGuess : close)
  )
}

/** Names whose costs differ by less are as likely meant; where nobody said what is asked about, more of them are. */
const close = 0.6
const closeToGuess = 2.5
