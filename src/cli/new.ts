import type { Command } from 'commander'
import { scaffold } from '../config/index.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** `frontdesk new <desk>`: a small desk that answers at once, with comments that say how to go on. */
export function newCommand(program: Command): void {
  program
    .command('new')
    .description('make a small desk that passes `check` and `test`')
    .argument('<desk>', 'a folder that does not exist yet, or an empty one')
    .addHelpText('after', examples('frontdesk new desk'))
    .action(async (folder: string) => {
      const files = await scaffold(folder)
      for (const file of files) print(`made ${folder}/${file}`)
      print('')
      print(`Open it in the browser:    frontdesk serve ${folder}`)
      print(`Play its conversations:    frontdesk test ${folder}`)
      print(`Connect your own tables:   see "sources" in ${folder}/desk.yaml`)
    })
}
