import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DeskDefinition } from '../model/index.ts'
import { keep, readKept } from '../util/kept-file.ts'
import { isUnfilled, withEnvFile } from './files/environment.ts'
import { type FolderTexts, readTexts } from './files/folder-texts.ts'
import type { Problem } from './files/problem.ts'
import { Spot } from './files/spot.ts'
import { readDeskYaml, type Rest, withRest } from './desk-yaml.ts'
import { type DeskProblems, type DeskWorld, readFiles } from './read-desk.ts'
import type { Reading } from './reading.ts'
import type { DeskInput } from './schemas/desk-schema.ts'

/**
 * What is kept of a desk without mistakes. No value of the environment is in it: only desk.yaml takes any, and it is
 * kept as it was written and checked anew each time.
 */
interface Kept extends Omit<Rest, 'reading'> {
  /** Of all that was read, and the program that did. */
  readonly digest: string
  readonly reading: Omit<Reading, 'parseTemplate' | 'parseSql'>
  /** The files of the media folder, which answers may show; null without one. */
  readonly media: readonly string[] | null
}

/**
 * Reads a desk folder as `readDesk` does, but takes from `keptIn` what was read of the same files before. Where anything
 * is wrong, now or in what was kept, the files are read from the beginning, so that mistakes are told the same way.
 *
 * @param keptIn usually `<desk>/.frontdesk`; where it cannot be written, only time is lost
 */
export async function readDeskOnce(
  folder: string,
  world: DeskWorld,
  keptIn: string,
): Promise<{ readonly kind: 'desk'; readonly desk: DeskDefinition } | DeskProblems> {
  const here = { ...world, folder: resolve(folder) }
  const problems: Problem[] = []
  const texts = await readTexts(here.folder, problems)
  const digest = await digestOf(here.folder, texts)
  const name = `desk-${digest.slice(0, 16)}`
  const kept = (await readKept(join(keptIn, name))) as Kept | null
  if (kept?.digest === digest && problems.length === 0) {
    const desk = await deskOf(kept, texts, here)
    if (desk !== null) return { kind: 'desk', desk }
  }
  const read = readFiles(texts, here, problems)
  if (read.kind === 'desk') await keepRest(read.rest, { digest, keptIn, name }).catch(() => {})
  return read
}

/** All that is read, `.env` aside, and the program: this file, into which the build puts all that reads. */
async function digestOf(folder: string, texts: FolderTexts): Promise<string> {
  const { desk, intents, tables, entities } = texts
  return createHash('sha256')
    .update(await readFile(import.meta.filename))
    .update(JSON.stringify([folder, desk, intents, tables, entities]))
    .digest('hex')
}

/** The desk as it is in today's environment; null where something is wrong with it. */
async function deskOf(
  kept: Kept,
  texts: FolderTexts,
  { env, parseTemplate, parseSql }: DeskWorld,
): Promise<DeskDefinition | null> {
  const media = await filesIn(kept.reading.media)
  if (JSON.stringify(media) !== JSON.stringify(kept.media)) return null
  const problems: Problem[] = []
  const at = () => ({ line: 1, column: 1 })
  const spot = new Spot({ file: texts.desk.file, raw: kept.raw, at }, problems)
  const input = readDeskYaml(spot, withEnvFile(env, texts.envFile))
  if (input === null) return null
  const reading = { ...kept.reading, parseTemplate, parseSql }
  const desk = withRest(input, spot, { ...kept, reading })
  return problems.length === 0 ? desk : null
}

/** Where it is kept. */
interface Place {
  readonly digest: string
  readonly keptIn: string
  readonly name: string
}

/** Keeps what was read, unless the environment had a part in it; what was kept before goes. */
async function keepRest(rest: Rest, { digest, keptIn, name }: Place): Promise<void> {
  if (takesEnvironment(rest)) return
  const { parseTemplate: _template, parseSql: _sql, ...reading } = rest.reading
  const kept: Kept = { ...rest, reading, digest, media: await filesIn(reading.media) }
  await keep(kept, join(keptIn, name))
  const files = await readdir(keptIn)
  const others = files.filter((file) => file.startsWith('desk-') && file !== name)
  await Promise.all(others.map((file) => rm(join(keptIn, file), { force: true })))
}

/** Whether what the other files are read with came from the environment: theirs is then another in another one. */
function takesEnvironment({ raw }: Rest): boolean {
  const { languages, headings, brand } = raw as Partial<DeskInput>
  return isUnfilled(JSON.stringify([languages, headings, brand?.media]))
}

/** The files of a folder and of those in it, by their paths; null where it is none. */
async function filesIn(folder: string | null): Promise<readonly string[] | null> {
  if (folder === null) return null
  const files = await readdir(folder, { recursive: true }).catch(() => null)
  return files?.toSorted() ?? null
}
