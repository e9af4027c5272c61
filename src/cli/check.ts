import type { Command } from 'commander'
import type { Problem } from '../config/index.ts'
import { problemsIn } from '../folder.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** `frontdesk check <desk>`: everything wrong with a desk, at once; exit 1 if anything is. */
export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('list everything that is wrong with a desk')
    .argument('<desk>', 'the desk folder')
    .option('--offline', 'do not look into its databases')
    .addHelpText('after', examples('frontdesk check examples/college'))
    .action(async (folder: string, options: { offline?: boolean }) => {
      const problems = await problemsIn(folder, { offline: options.offline === true })
      for (const line of describe(problems)) print(line)
      if (problems.length > 0) process.exitCode = 1
    })
}

/** The problems file by file, each with its hint under it, and their number at the end. */
function describe(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return ['Nothing is wrong.']
  const files = [...new Set(problems.map(({ file }) => file))]
  const lines = files.flatMap((file) => [
    ...problems.filter((problem) => problem.file === file).flatMap(describeOne),
    '',
  ])
  return [...lines, `${count(problems.length, 'problem')} in ${count(files.length, 'file')}`]
}

function describeOne({ file, line, column, message, hint }: Problem): readonly string[] {
  const first = `${file}:${line}:${column} ${message}`
  return hint === '' ? [first] : [first, `    ${hint}`]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
