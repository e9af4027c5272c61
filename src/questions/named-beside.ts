import { type Chunk, does } from './chunk.ts'
import { isValueAlone } from './comparisons.ts'

/** The chunk at a place with what its name can be beside the words around it: one that places another, or is told of. */
export function meantBeside(chunks: readonly Chunk[], at: number): Chunk {
  const chunk = chunks[at]!
  const before = chunks[does(chunks[at - 1], 'comma') ? at - 2 : at - 1]
  const after = chunks[does(chunks[at + 1], 'comma') ? at + 2 : at + 1]
  const only = (fits: (one: Chunk) => boolean): Chunk => ({
    ...chunk,
    values: chunk.values.filter((value) => fits({ ...chunk, values: [value] })),
  })
  if (before !== undefined && isPlacedBy(before, chunk))
    return only((one) => isPlacedBy(before, one))
  if (after !== undefined && isPlacedBy(chunk, after)) return only((one) => isPlacedBy(one, after))
  // "Kolar is the seat of which district": one of the seats.
  const told = does(after, 'be') ? chunks.slice(at + 2).find((one) => one.columns.length > 0) : null
  const meant = only((one) => told?.columns.some((each) => each === one.values[0]?.column) === true)
  return meant.values.length > 0 ? meant : chunk
}

/** Whether the name at a place only says which of those called like the one before it. */
export function placesWhatIsBefore(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[does(chunks[at - 1], 'comma') ? at - 2 : at - 1]
  return before !== undefined && isPlacedBy(before, chunks[at]!)
}

/** Whether a name says of the one before it where it belongs: a city and its state. */
function isPlacedBy(one: Chunk, place: Chunk): boolean {
  const named = (chunk: Chunk) =>
    isValueAlone(chunk)
      ? chunk.values.filter(({ column, isPart }) => !isPart && column.table.naming.includes(column))
      : []
  const places = named(place).map(({ column }) => column.table)
  return named(one).some(({ column: { table } }) =>
    table.columns.some(({ link }) => link !== null && places.includes(link.to.table)),
  )
}
