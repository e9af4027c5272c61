import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../util/package-root.ts'
import { readKept } from '../../util/kept-file.ts'
import { wordByWord } from '../romanised-hindi.ts'
import { encoder } from './encode.ts'
import type { Encode } from './encode.ts'
import { wholeWords } from './pieces.ts'
import { type EncoderWeights, weightsFormat } from './weights.ts'

/** Where the weights stand once they were made. */
const weightsFile = fileURLToPath(new URL(`dist/encoder-${weightsFormat}.bin`, packageRoot))

/** Whether the weights are there. */
export function hasEncoder(): boolean {
  return existsSync(weightsFile)
}

/**
 * The encoder, or null where its weights were never fetched: understanding goes on without it. It knows English, and
 * reads Hindi in Latin letters word by word.
 */
export async function openEncoder(): Promise<Encode | null> {
  const weights = await readWeights()
  if (weights === null) return null
  const encode = encoder(weights)
  return (text) => encode(wordByWord(text))
}

/** The words of English the encoder has a piece of its own for, the most used first; none where it is not there. */
export async function openEnglish(): Promise<readonly string[]> {
  const weights = await readWeights()
  return weights === null ? [] : wholeWords(weights.vocabulary)
}

async function readWeights(): Promise<EncoderWeights | null> {
  return (await readKept(weightsFile)) as EncoderWeights | null
}
