import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { examine } from '../doctor.ts'
import type { Finding } from '../model/index.ts'
import { examples } from './examples.ts'
import { print, printJson } from './print.ts'

interface DoctorOptions {
  readonly at: string
  readonly json?: boolean
}

/** `frontdesk doctor <desk>`: what works and what does not, in plain words; exit 1 if anything hurts. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('tell what is and is not reachable, expired, misconfigured or slow')
    .argument('<desk>', 'the desk folder')
    .option('--at <address>', 'where it is served', parseAddress, 'http://127.0.0.1:8300')
    .option('--json', 'print one line of JSON')
    .addHelpText('after', examples('frontdesk doctor examples/college --json'))
    .action(async (folder: string, { at, json = false }: DoctorOptions) => {
      const findings = await examine(folder, { env: process.env, at, now: Date.now() })
      const ok = !findings.some(({ state }) => state === 'wrong')
      if (json) printJson({ version: 1, ok, findings })
      else for (const line of findings.flatMap(describe)) print(line)
      if (!ok) process.exitCode = 1
    })
}

function parseAddress(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/$/, '')
  throw new InvalidArgumentError('An address looks like http://127.0.0.1:8300.')
}

const signs = { fine: ' ok ', warning: 'WARN', wrong: 'FAIL' } as const

function describe({ about, state, says, remedy }: Finding): readonly string[] {
  const line = `${signs[state]}  ${about}: ${says}`
  return remedy === '' ? [line] : [line, `      ${remedy}`]
}
