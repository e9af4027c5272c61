import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keep, readKept } from '../util/kept-file.ts'
import { workerUrl } from '../util/package-root.ts'
import type { Taught } from './examples.ts'
import type { Model } from './model.ts'
import { type Apart, trainApart } from './train-apart.ts'
import { refuseNothing } from './train.ts'
import type { TrainOptions } from './train.ts'

/** A model, and whether the encoder has had its say in it. */
export interface Learned {
  readonly model: Model
  readonly isWhole: boolean
}

/**
 * The model of these intents: the one kept in `folder` where they were learned before, else a new one, which is kept
 * there. A new one is learned by words alone, which takes no time to speak of: `learnWhole` improves on it. A file
 * that is broken, or a folder that cannot be written, costs the time to learn and nothing else. Rejects with
 * `nlu/no-intents` when there is no phrase at all.
 *
 * @param folder usually `<desk>/.frontdesk`
 */
export async function learnOnce(
  folder: string,
  intents: readonly Taught[],
  options: TrainOptions,
): Promise<Learned> {
  refuseNothing(intents)
  const names = await namesOf(intents, options)
  const whole = (await readKept(join(folder, names.whole))) as Model | null
  if (whole !== null) return { model: whole, isWhole: true }
  const words = (await readKept(join(folder, names.words))) as Model | null
  if (words !== null) return { model: words, isWhole: false }
  const model = await trainApart(intents, options)
  await keepOnly(model, folder, names.words).catch(() => {})
  return { model, isWhole: false }
}

/** The model of these intents with the encoder's say, kept in the place of the one by words alone. */
export async function learnWhole(
  folder: string,
  intents: readonly Taught[],
  options: TrainOptions,
  apart: Omit<Apart, 'vectors'> = {},
): Promise<Model> {
  const { whole } = await namesOf(intents, options)
  const model = await trainApart(intents, options, { ...apart, vectors: join(folder, 'vectors') })
  await keepOnly(model, folder, whole).catch(() => {})
  return model
}

/** File names by what is learned from, and by what: the trainer is its built file. */
async function namesOf(intents: readonly Taught[], options: TrainOptions) {
  const taught = intents.map(({ name, phrases, slots }) => ({ name, phrases, slots }))
  const lesson = createHash('sha256')
    .update(await readFile(workerUrl('nlu/train-worker')))
    .update(JSON.stringify([taught, options]))
    .digest('hex')
    .slice(0, 16)
  return { words: `model-${lesson}`, whole: `model-${lesson}-whole` }
}

/** Keeps a model; those of earlier lessons go. */
async function keepOnly(model: Model, folder: string, name: string): Promise<void> {
  await keep(model, join(folder, name))
  const others = (await readdir(folder)).filter(
    (file) => file.startsWith('model-') && file !== name,
  )
  await Promise.all(others.map((file) => rm(join(folder, file), { force: true })))
}
