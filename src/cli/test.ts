import type { Command } from 'commander'
import { rehearse, type Rehearsed } from '../rehearse.ts'
import { print } from './print.ts'

/** `frontdesk test <desk>`: plays the desk's conversations; exit 1 when one goes otherwise. */
export function testCommand(program: Command): void {
  program
    .command('test')
    .description('play the conversations of a desk against its example data')
    .argument('<desk>', 'the desk folder')
    .option('--only <words>', 'only conversations whose title or file contains this')
    .action(async (folder: string, options: { only?: string }) => {
      const rehearsed = await rehearse(folder, { ...options, heard: report })
      const failed = rehearsed.filter(({ faults }) => faults.length > 0).length
      print(`${rehearsed.length - failed} passed, ${failed} failed`)
      if (failed > 0) process.exitCode = 1
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
