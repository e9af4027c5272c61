import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { FrontdeskError } from '../errors.ts'
import type { DeskDefinition, Turn } from '../model/index.ts'
import { variantsIn } from '../model/index.ts'
import { startDesk } from '../open.ts'
import {
  costOf,
  figuresOf,
  readTariff,
  type Report,
  reportPage,
  samplesOf,
} from '../report/index.ts'
import { unanswered } from '../review.ts'
import { packageRoot } from '../util/package-root.ts'
import { parseDays } from './days.ts'
import { examples } from './examples.ts'
import { print, printJson, tell } from './print.ts'

interface ReportOptions {
  readonly days: number
  readonly conversations: number
  readonly tariff?: string
  readonly out: string
  readonly json?: boolean
}

/** Turns that are looked through, and conversations shown, at the most. */
const [mostTurns, mostSamples] = [100_000, 4]

const ownTariff = fileURLToPath(new URL('tariffs/whatsapp.yaml', packageRoot))

/** `frontdesk report <desk>`: what was asked and answered, and what WhatsApp would cost, as a page. */
export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('write a page of what the desk did, and what WhatsApp would cost')
    .argument('<desk>', 'the desk folder')
    .option('--days <number>', 'how far back to look', parseDays, 30)
    .option('--conversations <number>', 'how many a month to reckon with', parseCount, 1_000)
    .option('--tariff <file>', 'what messages cost (default: India, as the program knows it)')
    .option('--out <file>', 'where to write the page', 'report.html')
    .option('--json', 'print the figures as one line of JSON, and write no page')
    .addHelpText('after', examples('frontdesk report examples/college --conversations 5000'))
    .action(report)
}

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 0 && count <= 1e9) return count
  throw new InvalidArgumentError('Give a whole number.')
}

async function report(folder: string, options: ReportOptions): Promise<void> {
  const made = await makeReport(folder, options)
  if (options.json === true) return printJson(made)
  await writeFile(options.out, reportPage(made)).catch((cause: unknown) => {
    throw new FrontdeskError('cli/usage', `${options.out} cannot be written.`, { cause })
  })
  const { messages, conversations } = made.figures
  tell(`${messages} messages in ${conversations} conversations.`)
  print(options.out)
}

async function makeReport(folder: string, options: ReportOptions): Promise<Report> {
  const tariff = await tariffIn(options.tariff ?? ownTariff)
  const opened = await startDesk(folder, { keep: true })
  try {
    const now = opened.clock()
    const since = new Date(now - options.days * 86_400_000).toISOString()
    const turns = await opened.state.turns({ since, limit: mostTurns })
    return reportOf(turns, opened.definition, {
      ...options,
      tariff,
      made: new Date(now).toISOString(),
    })
  } finally {
    await opened.close()
  }
}

async function tariffIn(file: string) {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new FrontdeskError('cli/usage', `${file} cannot be read.`, { cause })
  })
  return readTariff(file, text)
}

interface Reporting extends Pick<ReportOptions, 'days' | 'conversations'> {
  readonly tariff: ReturnType<typeof readTariff>
  readonly made: string
}

function reportOf(turns: readonly Turn[], definition: DeskDefinition, given: Reporting): Report {
  const { days, conversations, tariff, made } = given
  const { name, brand, languages, country, intents } = definition
  const figures = figuresOf(turns)
  const titles = new Map(
    intents.map((one) => [one.name, variantsIn(one.title, 'en', languages)[0]]),
  )
  const isPrivate = (intent: string) =>
    intents.some((one) => one.name === intent && one.identity !== null)
  return {
    desk: name,
    color: brand.color,
    locale: `en-${country}`,
    days,
    made,
    figures: {
      ...figures,
      intents: figures.intents.map(({ name: intent, count }) => ({
        name: titles.get(intent) ?? intent,
        count,
      })),
    },
    samples: samplesOf(turns, isPrivate, mostSamples),
    unanswered: unanswered(turns).map(({ text, count }) => ({ name: text, count })),
    cost: costOf(conversations, figures, tariff),
  }
}
