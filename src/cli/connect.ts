import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { type ConnectedTable, type ConnectPlan, planConnection } from '../connect.ts'
import { FrontdeskError } from '../errors.ts'
import { examples } from './examples.ts'
import { print, tell } from './print.ts'

interface ConnectOptions {
  readonly yes?: boolean
  readonly open?: boolean
}

/** `frontdesk connect <url> <desk>`: makes the tables of a database answer questions. */
export function connectCommand(program: Command): void {
  program
    .command('connect')
    .description('look into a database and make its tables answer questions')
    .argument(
      '<url>',
      'sqlite:/path/to/file.db, mysql://user:password@host/database or postgres://…',
    )
    .argument('<desk>', 'the desk folder; made where there is none')
    .option('--yes', 'write without asking')
    .option('--open', 'public data: no column is treated as personal')
    .addHelpText('after', examples('frontdesk connect sqlite:shop.db shop'))
    .action(async (url: string, folder: string, options: ConnectOptions) => {
      const plan = await planConnection({
        url,
        folder,
        open: options.open === true,
        told: (table, number, of) => tell(`looking into ${table} (${number} of ${of})`),
      })
      preview(plan)
      if (plan.files.length === 0) {
        print('Everything is connected already.')
        return
      }
      if (options.yes !== true && !(await agrees())) {
        print('Nothing was written.')
        return
      }
      await plan.write()
      for (const { file } of plan.files) print(`wrote ${folder}/${file}`)
      print('')
      print(
        `Ask it something:   frontdesk ask ${folder} "${plan.tables[0]?.examples[0] ?? 'help'}"`,
      )
    })
}

/** Tables shown one by one; of more their number is told. */
const mostShown = 40

function preview({ source, tables, leftOut, files }: ConnectPlan): void {
  print(`${source}: ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`)
  for (const table of tables.slice(0, mostShown)) for (const line of describe(table)) print(line)
  if (tables.length > mostShown) print(`  … and ${tables.length - mostShown} more`)
  if (leftOut.length > 0)
    print(`  left out, for a view may show what is hidden elsewhere: ${leftOut.join(', ')}`)
  print('')
  for (const { file, before, changes } of files) {
    print(`${before === null ? 'new' : 'changed'} ${file}`)
    if (before !== null) for (const change of changes) print(`    ${change}`)
  }
}

function describe(table: ConnectedTable): readonly string[] {
  return [
    `  ${table.name}: ${table.rows} rows; one is a ${table.one}, several are ${table.many}`,
    `    may be asked about: ${table.columns.join(', ')}`,
    ...(table.hidden.length > 0
      ? [`    looks personal, told to nobody: ${table.hidden.join(', ')}`]
      : []),
    ...table.joins.map((join) => `    joins ${join}`),
    ...table.examples.map((example) => `    “${example}”`),
  ]
}

async function agrees(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new FrontdeskError('cli/usage', 'There is no terminal to ask whether to write.', {
      hint: 'Say `--yes` to write what is shown.',
    })
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const reply = await terminal.question('Write these files? [y/N] ')
    return /^y(es)?$/i.test(reply.trim())
  } finally {
    terminal.close()
  }
}
