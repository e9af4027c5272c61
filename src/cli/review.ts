import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Command } from 'commander'
import { addPhrase } from '../config/index.ts'
import { FrontdeskError } from '../errors.ts'
import { type Intent, isMasked, plain, type Turn } from '../model/index.ts'
import { openDesk, type OpenedDesk } from '../open.ts'
import { unanswered, type Unanswered } from '../review.ts'
import { parseDays } from './days.ts'
import { examples } from './examples.ts'
import { print, printJson } from './print.ts'

interface ReviewOptions {
  readonly days: number
  readonly accept?: string
  readonly intent?: string
  readonly phrase?: string
  readonly json?: boolean
}

/** Turns that are looked through at the most. */
const mostTurns = 100_000

/** `frontdesk review <desk>`: what was asked and not answered; `--accept` teaches the desk one of them. */
export function reviewCommand(program: Command): void {
  program
    .command('review')
    .description('list what was asked and not answered')
    .argument('<desk>', 'the desk folder')
    .option('--days <number>', 'how far back to look', parseDays, 30)
    .option('--accept <number>', 'write this one into the desk as a phrase of --intent')
    .option('--intent <name>', 'the intent it means (default: the nearest)')
    .option('--phrase <words>', 'write it in these words instead')
    .option('--json', 'print one line of JSON per question')
    .addHelpText(
      'after',
      examples(
        'frontdesk review examples/college --days 7',
        'frontdesk review examples/college --accept 1 --intent hostel-rules',
      ),
    )
    .action(async (folder: string, options: ReviewOptions) => {
      const opened = await openDesk(folder, {
        keep: true,
        learnsAll: options.accept !== undefined,
      })
      try {
        const found = await openQuestions(opened, options)
        if (options.accept === undefined) list(found, options)
        else await accept(folder, opened, choose(found, options.accept), options)
      } finally {
        await opened.close()
      }
    })
}

async function openQuestions(
  opened: OpenedDesk,
  { days }: ReviewOptions,
): Promise<readonly Unanswered[]> {
  const since = new Date(opened.clock() - days * 86_400_000).toISOString()
  return unanswered(await opened.state.turns({ since, limit: mostTurns }))
}

function list(found: readonly Unanswered[], { json }: ReviewOptions): void {
  if (json !== true && found.length === 0) print('Everything that was asked was answered.')
  for (const [i, one] of found.entries()) {
    const nearest = one.nearest.map(
      ({ intent, confidence }) => `${intent} ${confidence.toFixed(2)}`,
    )
    const details = `${one.reason}, last ${one.last.slice(0, 10)}; nearest: ${nearest.join(', ')}`
    if (json === true) printJson({ number: i + 1, ...one })
    else print(`${i + 1}. ${one.count}× ${one.text}\n   ${details}`)
  }
}

function choose(found: readonly Unanswered[], number: string): Unanswered {
  const chosen = found[Number(number) - 1]
  if (chosen !== undefined) return chosen
  throw new FrontdeskError('cli/usage', `There is no question ${number}.`, {
    hint: 'Run `frontdesk review` for the numbers.',
  })
}

/** Writes the phrase into its file, asks the desk, and writes what it now says as a conversation. */
async function accept(
  folder: string,
  opened: OpenedDesk,
  question: Unanswered,
  options: ReviewOptions,
): Promise<void> {
  const intent = intentFor(opened, question, options)
  const phrase = phraseFor(question, options)
  const file = join(folder, intent.at.file)
  const changed = addPhrase(await readFile(file, 'utf8'), intent.name, phrase, question.language)
  if (changed === null)
    throw new FrontdeskError(
      'cli/usage',
      `${intent.at.file} has no phrases in ${question.language}.`,
      {
        hint: `Add the phrase by hand: ${phrase}`,
      },
    )
  await writeFile(file, changed)
  await opened.reload()
  await mkdir(join(folder, 'conversations'), { recursive: true })
  await appendFile(join(folder, 'conversations/reviewed.md'), await conversationOf(opened, phrase))
  print(`Added to ${intent.name} in ${intent.at.file}, and to conversations/reviewed.md: ${phrase}`)
}

/** The words to write. Throws `cli/usage` where what is personal was masked: nobody says a bullet. */
function phraseFor({ text }: Unanswered, { accept: number, phrase = text }: ReviewOptions): string {
  // Brackets would mark a slot.
  const words = phrase.replaceAll(/[[\]]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  if (words !== '' && !isMasked(words)) return words
  throw new FrontdeskError('cli/usage', `Figures are masked in ${JSON.stringify(text)}.`, {
    hint: `Write it with figures of your own: --accept ${number} --phrase "…".`,
  })
}

function intentFor(opened: OpenedDesk, { nearest }: Unanswered, { intent }: ReviewOptions): Intent {
  const name = intent ?? nearest[0]?.intent
  const found = opened.definition.intents.find((one) => one.name === name)
  if (found !== undefined) return found
  throw new FrontdeskError('cli/usage', `The desk has no intent ${JSON.stringify(name ?? '')}.`, {
    hint: 'Name one with --intent.',
  })
}

async function conversationOf(opened: OpenedDesk, phrase: string): Promise<string> {
  const at = new Date(opened.clock()).toISOString()
  const message = {
    id: randomUUID(),
    conversation: randomUUID(),
    channel: 'terminal',
    text: phrase,
    at,
  }
  const { turn } = await opened.desk.take(message)
  return `\n# ${phrase}\n\nvisitor: ${phrase}\ndesk: ${gistOf(turn)}\n`
}

/** The first line of the reply; its figures may be others tomorrow. */
function gistOf({ reply }: Turn): string {
  const [line = ''] = reply.blocks.map(plain).join('\n').split('\n')
  return line.replaceAll(/\d[\d.,:]*/g, '…').trim()
}
