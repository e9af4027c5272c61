import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { exportAgent, pack } from '../channels/index.ts'
import { FrontdeskError } from '../errors.ts'
import { definitionOf } from '../folder.ts'
import { examples } from './examples.ts'
import { refuseFormat } from './import.ts'
import { print } from './print.ts'

/** `frontdesk export dialogflow-es <desk> <zip>`: a desk as an agent for the console. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('make an agent for elsewhere from a desk')
    .argument('<format>', 'what it is for: dialogflow-es')
    .argument('<desk>', 'the desk folder')
    .argument('<zip>', 'the file to write')
    .addHelpText('after', examples('frontdesk export dialogflow-es examples/college agent.zip'))
    .action(async (format: string, folder: string, zip: string) => {
      refuseFormat(format)
      const { files, notes } = await exportAgent(folder, definitionOf)
      await write(zip, await pack(files))
      print(`wrote ${zip}: ${files.length} files`)
      for (const { about, what } of notes) print(`${about}: ${what}`)
    })
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (cause) {
    throw new FrontdeskError('cli/usage', `${path} cannot be written.`, {
      hint: 'Name a file in a folder that is there and may be written.',
      cause,
    })
  }
}
