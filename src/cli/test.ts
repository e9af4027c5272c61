import type { Command } from 'commander'
import { FrontdeskError } from '../errors.ts'
import { rehearse, type Rehearsed } from '../rehearse.ts'
import { examples } from './examples.ts'
import { print } from './print.ts'

/** `frontdesk test <desk>`: plays the desk's conversations; exit 1 when one goes otherwise. */
export function testCommand(program: Command): void {
  program
    .command('test')
    .description('play the conversations of a desk against its example data')
    .argument('<desk>', 'the desk folder')
    .option('--only <words>', 'only conversations whose title or file contains this')
    .addHelpText('after', examples('frontdesk test examples/college --only hostel'))
    .action(async (folder: string, options: { only?: string }) => {
      const rehearsed = await rehearse(folder, { ...options, heard: report })
      if (options.only !== undefined && rehearsed.length === 0) throw noneCalled(options.only)
      const failed = rehearsed.filter(({ faults }) => faults.length > 0).length
      print(`${rehearsed.length - failed} passed, ${failed} failed`)
      if (failed > 0) process.exitCode = 1
    })
}

/** Playing nothing proves nothing: a misspelt word is not a passed test. */
function noneCalled(words: string): FrontdeskError {
  return new FrontdeskError('cli/usage', `No conversation is called anything with "${words}".`, {
    hint: 'Give a part of a title or of a file name under conversations/.',
  })
}

function report({ conversation, faults }: Rehearsed): void {
  const sign = faults.length === 0 ? '✓' : '✗'
  print(`${sign} ${conversation.file}:${conversation.line} ${conversation.title}`)
  for (const { line, expected, said } of faults) {
    print(`    line ${line}  ${expected}`)
    print(`    but it said  ${said.replaceAll('\n', '\n                 ')}`)
  }
}
