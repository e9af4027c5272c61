import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { importAgent, reportFile } from '../channels/index.ts'
import type { ImportedAgent } from '../channels/index.ts'
import { FrontdeskError } from '../errors.ts'
import { problemsIn } from '../folder.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** The formats an agent may be in. */
const formats = ['dialogflow-es'] as const

/** `frontdesk import dialogflow-es <zip-or-folder> <desk>`: a desk that does what an agent did. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description('make a desk from an agent that was exported elsewhere')
    .argument('<format>', `what it was exported from: ${formats.join(', ')}`)
    .argument('<agent>', 'the zip, or the folder it was unpacked to')
    .argument('<desk>', 'a folder that does not exist yet, or an empty one')
    .addHelpText('after', examples('frontdesk import dialogflow-es agent.zip desk'))
    .action(async (format: string, agent: string, folder: string) => {
      refuseFormat(format)
      const root = resolve(folder)
      const isNew = await refuseTaken(root, folder)
      const imported = await importAgent(agent)
      await write(imported, root)
      try {
        await refuseMistakes(root, folder)
      } catch (thrown) {
        if (isNew) await rm(root, { recursive: true, force: true })
        throw thrown
      }
      for (const line of summary(imported, folder)) print(line)
    })
}

/** Throws `cli/usage` for a format nothing is known of. */
export function refuseFormat(format: string): void {
  if (formats.some((known) => known === format)) return
  throw new FrontdeskError('cli/usage', `\`${format}\` is no format that is known.`, {
    hint: `Write one of: ${formats.join(', ')}.`,
  })
}

/** Whether the folder is yet to be made. Rejects with `config/folder-taken` when something is in it. */
async function refuseTaken(root: string, folder: string): Promise<boolean> {
  const there = await readdir(root).catch((thrown: NodeJS.ErrnoException) => thrown.code)
  const isFree = there === 'ENOENT' || (Array.isArray(there) && there.length === 0)
  if (isFree) return there === 'ENOENT'
  const what = there === 'ENOTDIR' ? 'is a file' : 'is not empty'
  throw new FrontdeskError('config/folder-taken', `${folder} ${what}.`, { at: root })
}

async function write({ files }: ImportedAgent, root: string): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(root, path))))
  for (const folder of [root, ...folders]) await mkdir(folder, { recursive: true })
  for (const { path, content } of files) await writeFile(join(root, path), content)
}

/** What is made must pass `check`, or the fault is ours. */
async function refuseMistakes(root: string, folder: string): Promise<void> {
  const problems = await problemsIn(root, { offline: true })
  if (problems.length === 0) return
  const told = problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  throw new FrontdeskError('desk/unexpected', `The desk made in ${folder} has mistakes.`, {
    cause: new Error(told.join('\n')),
  })
}

function summary({ name, figures, notes }: ImportedAgent, folder: string): readonly string[] {
  const count = (kind: string) => new Set(notes.filter((note) => note.kind === kind)).size
  return [
    `${name}: ${figures.intents} intents, ${figures.phrases} phrases, ${figures.entities} entities`,
    `${count('changed')} things done in another way, ${count('left-out')} left out, ${count('to-do')} to do: see ${join(folder, reportFile)}`,
    '',
    `Ask it something:          frontdesk ask ${folder} "…"`,
    `Open it in the browser:    frontdesk serve ${folder}`,
  ]
}
