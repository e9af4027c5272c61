/**
 * The command line: one file per command. `bin/frontdesk.mjs` prepares the program and calls `main`.
 *
 * @module
 */
import { Command, CommanderError } from 'commander'
import { asFrontdeskError } from '../errors.ts'
import { version } from '../util/package-root.ts'
import { askCommand } from './ask.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { chatCommand } from './chat.ts'
import { checkCommand } from './check.ts'
import { connectCommand } from './connect.ts'
import { doctorCommand } from './doctor.ts'
import { evaluateCommand } from './evaluate.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { newCommand } from './new.ts'
import { endUnread, tell } from './print.ts'
import { reportCommand } from './report.ts'
import { reviewCommand } from './review.ts'
import { serveCommand } from './serve.ts'
import { simulateCommand } from './simulate.ts'
import { testCommand } from './test.ts'
import { trainCommand } from './train.ts'

const commands = [
  newCommand,
  importCommand,
  exportCommand,
  serveCommand,
  simulateCommand,
  askCommand,
  chatCommand,
  checkCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  connectCommand,
  testCommand,
  reviewCommand,
  reportCommand,
  trainCommand,
  evaluateCommand,
]

/** Runs a command. Exit codes: 0 done, 1 the desk does not open or something is wrong with it, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<void> {
  endUnread()
  const program = new Command('frontdesk')
    .description('The front desk of an institution, as software you host yourself.')
    .version(version())
    .showHelpAfterError('Run `frontdesk --help` for the commands.')
    .exitOverride()
  for (const command of commands) command(program)
  for (const command of program.commands) command.exitOverride()
  if (argv.length === 0) {
    program.outputHelp()
    return
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (thrown) {
    process.exitCode = explain(thrown)
  }
}

/** Tells on standard error what went wrong and what to do; returns the exit code. */
function explain(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
  const error = asFrontdeskError(thrown)
  const at = error.at === null ? '' : `${error.at}: `
  tell(`frontdesk: ${at}${error.message}\n  ${error.hint} (${error.code})`)
  // Every mistake of a desk at once, whichever command found them.
  if (error.code === 'config/invalid' && error.cause instanceof Error) tell(error.cause.message)
  if (error.code === 'desk/unexpected' && error.stack !== undefined) tell(error.stack)
  return error.code === 'cli/usage' ? 2 : 1
}
