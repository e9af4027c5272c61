import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { exportAgent, pack } from '../channels/index.ts'
import { definitionOf } from '../open.ts'
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
    .action(async (format: string, folder: string, zip: string) => {
      refuseFormat(format)
      const { files, notes } = await exportAgent(folder, definitionOf)
      await writeFile(zip, await pack(files))
      print(`wrote ${zip}: ${files.length} files`)
      for (const { about, what } of notes) print(`${about}: ${what}`)
    })
}
