import type { Chunk } from './chunk.ts'
import { isSingle } from './ranks.ts'
import type { Reader } from './reader.ts'
import type { Scene } from './scene.ts'
import { hasWord, isRankable } from './traits.ts'
import { superlativeOf } from './vocabulary/adjectives.ts'
import { stemOf } from './words.ts'

/** A column called `highest_elevation`: "the state with the highest elevation", "the highest point in Texas". */
export function extremeByName(reader: Reader, chunk: Chunk): boolean {
  const scene = reader.scene
  const [column] = chunk.columns
  const word = chunk.text.split(' ').find((one) => superlativeOf(one) !== undefined)
  const adjective = word === undefined ? undefined : superlativeOf(word)
  if (
    column === undefined ||
    adjective === undefined ||
    chunk.plural ||
    !hasWord(column, stemOf(word!))
  )
    return false
  const ranked = isRankable(column)
    ? column
    : column.table.columns.find((one) => isRankable(one) && hasWord(one, stemOf(word!)))
  if (ranked === undefined) return false
  const isAsked = scene.focus === null && !scene.isWithin
  const { direction } = adjective
  if (isAsked) {
    if (isRankable(column)) {
      scene.atEnd.push(() => takeMost(scene, chunk, direction))
      return false
    }
    const after = scene.nodes.length
    scene.atEnd.push(() => {
      const owner = scene.nodes[after] ?? scene.focus
      const beside = owner === null ? null : scene.beside(owner, [ranked])
      const isOfOne = beside === null ? scene.nodes.some(isSingle) : isSingle(owner!)
      const place = isOfOne ? null : (beside ?? scene.place([ranked]))
      if (place !== null)
        scene.attach(place.node, {
          kind: 'extreme',
          measure: { kind: 'column', column: ranked },
          direction: adjective.direction,
        })
    })
    return false
  }
  const place = scene.place([ranked])
  if (place === null) return false
  scene.attach(place.node, {
    kind: 'extreme',
    measure: { kind: 'column', column: ranked },
    direction: adjective.direction,
  })
  return true
}

/** A column called `highest_elevation`, asked of many: the highest of them. */
function takeMost(scene: Scene, { columns }: Chunk, direction: 1 | -1): void {
  const wanted = scene.wanted.find((one) => one.columns === columns)
  const isOfMany = !scene.nodes.some(isSingle) && scene.groups.length === 0 && !scene.isOfAll
  if (wanted?.aggregate === null && isOfMany && scene.wanted.length === 1)
    wanted.aggregate = direction > 0 ? 'maximum' : 'minimum'
}
