import type { Command } from 'commander'
import { backupName, backUp } from '../backup.ts'
import { restore } from '../restore.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** `frontdesk backup <desk> [zip]`: all of a desk, as it is at one moment, also while it is served. */
export function backupCommand(program: Command): void {
  program
    .command('backup')
    .description('copy all of a desk into a zip, also while it is served')
    .argument('<desk>', 'the desk folder')
    .argument('[zip]', 'where to (default: beside the desk, with the time in its name)')
    .addHelpText('after', examples('frontdesk backup desk', 'frontdesk backup desk desk.zip'))
    .action(async (folder: string, zip?: string) => {
      const now = Date.now()
      const to = zip ?? backupName(folder, now)
      const { files, bytes } = await backUp(folder, to, now)
      print(`${to}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB. It holds the desk's secrets.`)
    })
}

/** `frontdesk restore <zip> <desk>`: a desk out of its backup. */
export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .description('make a desk out of its backup')
    .argument('<zip>', 'the backup')
    .argument('<desk>', 'a folder that does not exist yet, or an empty one')
    .addHelpText('after', examples('frontdesk restore desk.zip desk'))
    .action(async (zip: string, folder: string) => {
      const { files, at } = await restore(zip, folder)
      print(`${folder}: ${files} files, as they were at ${at}.`)
    })
}
