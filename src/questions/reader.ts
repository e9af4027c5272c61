import { type Chunk, does, names } from './chunk.ts'
import type { Node } from './draft.ts'
import type { Scene } from './scene.ts'
import type { Column } from './schema.ts'

/** Where the reading of a question stands: its chunks from left to right, and what was named last. */
export class Reader {
  readonly chunks: readonly Chunk[]
  readonly scene: Scene
  /** The chunk being read. */
  at = 0
  /** The column named last, for "age of 40". */
  lastColumn: { columns: readonly Column[]; at: number } | null = null
  /** The condition with a number made last, for "3 or more". */
  lastNumber: { node: Node; index: number } | null = null
  /** How what is sorted next is sorted. */
  descending = false
  /** "top 3": which end of what is named after "by". */
  ranksTop: 1 | -1 | null = null

  constructor(chunks: readonly Chunk[], scene: Scene) {
    this.chunks = chunks
    this.scene = scene
  }

  /** The chunk so many places on. */
  next(n = 1): Chunk | undefined {
    return this.chunks[this.at + n]
  }

  /** The place of the next chunk that is not a mere link word, from `from` on. */
  skip(
    from: number,
    ...skipped: readonly ('be' | 'plain' | 'preposition' | 'relative' | 'all')[]
  ): number {
    let i = from
    for (; i < this.chunks.length; i++) {
      const chunk = this.chunks[i]!
      if (chunk.op === null && !names(chunk) && !chunk.unknown && skipped.includes('plain'))
        continue
      if (does(chunk, 'be') && skipped.includes('be')) continue
      if (does(chunk, 'all') && skipped.includes('all')) continue
      if (does(chunk, 'preposition') && skipped.includes('preposition')) continue
      if (does(chunk, 'relative') && skipped.includes('relative')) continue
      break
    }
    return i
  }

  /** The column named just before, with nothing but link words between. */
  columnBefore(): { columns: readonly Column[]; at: number } | null {
    const last = this.lastColumn
    if (last === null) return null
    const between = this.chunks.slice(last.at + 1, this.at)
    const isNear = between.every(
      (chunk) =>
        does(
          chunk,
          'be',
          'not',
          'compare',
          'between',
          'contains',
          'number',
          'preposition',
          'or',
          'and',
          'relative',
          'each',
        ) ||
        (chunk.op === null && !names(chunk)),
    )
    return isNear ? last : null
  }

  // Words that name something.
}
