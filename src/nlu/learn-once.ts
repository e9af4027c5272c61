import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keep, readKept } from '../util/kept-file.ts'
import { workerUrl } from '../util/package-root.ts'
import type { Taught } from './examples.ts'
import type { Model } from './model.ts'
import { refuseNothing } from './train.ts'
import type { TrainOptions } from './train.ts'
import { trainApart } from './train-apart.ts'

/**
 * The model of these intents: the one kept in `folder` where they were learned before, else a new one, which is kept
 * there. A file that is broken, or a folder that cannot be written, costs the time to learn and nothing else. Rejects
 * with `nlu/no-intents` when there is no phrase at all.
 *
 * @param folder usually `<desk>/.frontdesk`
 */
export async function learnOnce(
  folder: string,
  intents: readonly Taught[],
  options: TrainOptions,
): Promise<Model> {
  refuseNothing(intents)
  const name = `model-${await lessonOf(intents, options)}`
  const known = (await readKept(join(folder, name))) as Model | null
  if (known !== null) return known
  const model = await trainApart(intents, options)
  await keepOnly(model, folder, name).catch(() => {})
  return model
}

/** What is learned from, and by what: the trainer is its built file. */
async function lessonOf(intents: readonly Taught[], options: TrainOptions): Promise<string> {
  const taught = intents.map(({ name, phrases, slots }) => ({ name, phrases, slots }))
  return createHash('sha256')
    .update(await readFile(workerUrl('nlu/train-worker')))
    .update(JSON.stringify([taught, options]))
    .digest('hex')
    .slice(0, 16)
}

/** Keeps a model; those of earlier lessons go. */
async function keepOnly(model: Model, folder: string, name: string): Promise<void> {
  await keep(model, join(folder, name))
  const others = (await readdir(folder)).filter(
    (file) => file.startsWith('model-') && file !== name,
  )
  await Promise.all(others.map((file) => rm(join(folder, file), { force: true })))
}
