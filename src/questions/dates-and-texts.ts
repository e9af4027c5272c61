import { atEnd } from './numbers.ts'
import type { Reader } from './reader.ts'
import type { Column } from './schema.ts'

/** A day, a month or a time between: on the date just named, else on the nearest. */
export function readDates(reader: Reader, from: string, to: string): void {
  const scene = reader.scene
  const compare = scene.pending.compare
  scene.pending.compare = null
  const before = reader.columnBefore()
  scene.whenFocused(() => {
    const dated = (one: Column) => one.role === 'date'
    const place =
      (before === null ? null : scene.place(before.columns, dated)) ??
      scene.nodes
        .toReversed()
        .flatMap((node) =>
          node.table.columns.filter(dated).map((column) => ({ node, column })),
        )[0] ??
      null
    if (place === null) {
      scene.doubt += 0.5
      return
    }
    const { column } = place
    if (compare === null)
      scene.attach(place.node, {
        kind: 'range',
        column,
        least: from,
        greatest: atEnd(column, to),
      })
    else
      scene.attach(place.node, {
        kind: 'compare',
        column,
        op: compare.op,
        value: compare.op === '>' || compare.op === '<=' ? atEnd(column, to) : from,
      })
  })
}

/** "starting with A", "containing the word". */
export function readMatch(reader: Reader, how: 'contains' | 'starts' | 'ends'): void {
  const scene = reader.scene
  const at = reader.skip(reader.at + 1, 'plain')
  const chunk = reader.chunks[at]
  if (chunk === undefined) return
  if (!chunk.quoted && (chunk.op !== null || chunk.tables.length + chunk.columns.length > 0)) return
  const before = reader.columnBefore()
  reader.at = at
  const text = chunk.text
  scene.whenFocused(() => {
    const place =
      (before === null ? null : scene.place(before.columns, (one) => one.role === 'text')) ??
      scene.nodes
        .toReversed()
        .flatMap((node) => node.table.naming.map((column) => ({ node, column })))[0] ??
      null
    if (place === null) scene.doubt += 0.5
    else scene.attach(place.node, { kind: 'match', column: place.column, how, text })
  })
}
