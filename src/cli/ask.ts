import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { Take } from '../desk.ts'
import { FrontdeskError } from '../errors.ts'
import { plain, turnJson, type Turn } from '../model/index.ts'
import { openDesk, type OpenedDesk } from '../open.ts'
import { takeAs } from './person.ts'
import { examples } from './examples.ts'
import { print, printJson } from './print.ts'
import { takeAndTell } from './take-and-tell.ts'

interface AskOptions {
  readonly conversation?: string
  readonly now?: string
  readonly as?: string
  readonly json?: boolean
}

/** `frontdesk ask <desk> <text>`: one message, one reply; with `-` one per line of standard input. */
export function askCommand(program: Command): void {
  program
    .command('ask')
    .description('ask one thing and print the reply')
    .argument('<desk>', 'the desk folder')
    .argument('<text>', 'what to ask; - reads one message per line of standard input')
    .option('--conversation <id>', 'go on with this conversation; without it nothing is kept')
    .option('--now <iso>', 'answer as if it were this moment')
    .option(
      '--as <person>',
      'answer as if this person had proven who they are, such as student:RC1042',
    )
    .option('--json', 'print the whole turn as one line of JSON')
    .addHelpText(
      'after',
      examples(
        'frontdesk ask examples/college "who teaches DBMS?"',
        'frontdesk ask examples/college "do I owe anything?" --as student:RC1042 --json',
      ),
    )
    .action(async (folder: string, text: string, options: AskOptions) => {
      const opened = await openDesk(folder, {
        keep: options.conversation !== undefined,
        learnsAll: true,
        ...(options.now === undefined ? {} : { clock: clockAt(options.now) }),
      })
      try {
        const asker = new Asker(opened, options, await takeAs(options.as, opened))
        if (text === '-') await asker.askEachLine()
        else await asker.ask(text, replyText)
      } finally {
        await opened.close()
      }
    })
}

/** A clock that stands still at an ISO instant. Throws `cli/usage` for anything else. */
function clockAt(iso: string): () => number {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) {
    throw new FrontdeskError('cli/usage', `--now ${JSON.stringify(iso)} is not a date.`, {
      hint: 'Write it as 2026-11-23T10:00:00+05:30.',
    })
  }
  return () => time
}

class Asker {
  readonly #opened: OpenedDesk
  readonly #options: AskOptions
  readonly #as: Take
  /** Without `--conversation` every message begins a conversation of its own. */
  readonly #fresh = () => this.#options.conversation ?? randomUUID()

  constructor(opened: OpenedDesk, options: AskOptions, as: Take) {
    this.#opened = opened
    this.#options = options
    this.#as = as
  }

  async askEachLine(): Promise<void> {
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      const { text, conversation } = parseLine(line)
      await this.ask(text, replyLine, conversation)
    }
  }

  /** Asks, and prints the turn: all of it with `--json`, otherwise its reply, as `show` writes it. */
  async ask(text: string, show: (turn: Turn) => string, conversation?: string): Promise<void> {
    const at = new Date(this.#opened.clock()).toISOString()
    const message = {
      id: randomUUID(),
      conversation: conversation ?? this.#fresh(),
      channel: 'terminal',
      text,
      at,
    }
    const turn = await takeAndTell(this.#opened, message, this.#as)
    if (this.#options.json === true) printJson(turnJson(turn))
    else print(show(turn))
  }
}

/** The reply as plain text, a blank line between blocks. */
export function replyText(turn: Turn): string {
  return turn.reply.blocks.map(plain).join('\n\n')
}

/** The reply on one line, for one line that was read: where it had several, ` ⏎ ` stands between them. */
function replyLine(turn: Turn): string {
  return replyText(turn)
    .trim()
    .split(/\s*\n\s*/)
    .join(' ⏎ ')
}

/** A line of standard input: a JSON object `{text, conversation?}` is read as such, anything else is the text. */
function parseLine(line: string): { text: string; conversation?: string } {
  if (!line.trimStart().startsWith('{')) return { text: line }
  try {
    const parsed: unknown = JSON.parse(line)
    return isAsked(parsed) ? parsed : { text: line }
  } catch {
    return { text: line }
  }
}

function isAsked(value: unknown): value is { text: string; conversation?: string } {
  if (typeof value !== 'object' || value === null || !('text' in value)) return false
  const conversation = 'conversation' in value ? value.conversation : undefined
  return (
    typeof value.text === 'string' &&
    (conversation === undefined || typeof conversation === 'string')
  )
}
