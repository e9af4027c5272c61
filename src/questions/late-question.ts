import { type Chunk, does, names } from './chunk.ts'

/**
 * "Sacramento is the capital of which state": what is asked comes last, and is put first, as it is read. Chunks as they
 * are where the question begins with what it asks.
 */
export function questionFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((one) => does(one, 'wh', 'count'))
  const before = chunks.slice(0, at)
  const isLate = at > 1 && before.some(names) && before.some((one) => does(one, 'be'))
  const asks = before.some((one) =>
    does(one, 'who', 'where', 'when', 'how', 'how-much', 'relative', 'and', 'comma', 'count'),
  )
  const after = chunks.slice(at + 1)
  const isEnd =
    after.filter(names).length === 1 && names(after.find((one) => one.op === null || names(one)))
  return isLate && !asks && isEnd ? [...chunks.slice(at), ...before] : chunks
}
