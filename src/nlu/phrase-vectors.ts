import { openEncoder } from './encoder/index.ts'
import { toBytes } from './encoder/weights.ts'
import type { ByteMatrix } from './encoder/weights.ts'
import { keep, readKept } from '../util/kept-file.ts'

/** Vectors as they are kept: two rows for each text the encoder knows, its halves, in the order of the texts. */
interface KeptVectors {
  readonly known: readonly string[]
  readonly unknown: readonly string[]
  readonly vectors: ByteMatrix
}

/** Texts between two reports of progress. */
const atOnce = 32

/**
 * The vectors of a desk's phrases: those kept in `file` where they were encoded before, the rest encoded now. Null
 * where the encoder's weights are not there. What the phrases no longer say is forgotten.
 */
export async function phraseVectors(
  texts: readonly string[],
  file: string,
  progress: (done: number) => void,
): Promise<((text: string) => Float32Array | null) | null> {
  const encode = await openEncoder()
  if (encode === null) return null
  const before = unpack((await readKept(file)) as KeptVectors | null)
  const distinct = [...new Set(texts)]
  const vectors = new Map<string, Float32Array | null>()
  distinct.forEach((text, i) => {
    vectors.set(text, before.has(text) ? before.get(text)! : encode(text))
    if (i % atOnce === 0) progress(i / distinct.length)
  })
  if (distinct.some((text) => !before.has(text))) await keep(pack(vectors), file).catch(() => {})
  // As they are kept, so that training again gives the same model.
  const kept = unpack(pack(vectors))
  return (text) => kept.get(text) ?? null
}

function pack(vectors: ReadonlyMap<string, Float32Array | null>): KeptVectors {
  const known = [...vectors].filter((one): one is [string, Float32Array] => one[1] !== null)
  const width = known[0]?.[1].length ?? 0
  const values = new Float32Array(known.length * width)
  known.forEach(([, vector], i) => values.set(vector, i * width))
  return {
    known: known.map(([text]) => text),
    unknown: [...vectors].filter(([, vector]) => vector === null).map(([text]) => text),
    vectors: toBytes(values, 2 * known.length),
  }
}

function unpack(kept: KeptVectors | null): ReadonlyMap<string, Float32Array | null> {
  // Those an earlier version kept have one row for each text.
  if (kept === null || kept.vectors.rows !== 2 * kept.known.length) return new Map()
  const { columns, bytes, scales } = kept.vectors
  const vectorAt = (text: number) =>
    Float32Array.from(
      bytes.subarray(2 * text * columns, 2 * (text + 1) * columns),
      (byte, i) => byte * scales[i < columns ? 2 * text : 2 * text + 1]!,
    )
  return new Map<string, Float32Array | null>([
    ...kept.known.map((text, row) => [text, vectorAt(row)] as const),
    ...kept.unknown.map((text) => [text, null] as const),
  ])
}
