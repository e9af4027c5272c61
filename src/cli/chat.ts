import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { renderForTerminal, type Terminal, terminalOf } from '../channels/index.ts'
import type { Take } from '../desk.ts'
import type { Message } from '../model/index.ts'
import { openDesk, type OpenedDesk } from '../open.ts'
import { examples } from './examples.ts'
import { takeAs } from './person.ts'
import { takeAndTell } from './take-and-tell.ts'

interface ChatOptions {
  readonly conversation?: string
  readonly as?: string
}

/** `frontdesk chat <desk>`: a conversation in the terminal, until end of input or "/quit". */
export function chatCommand(program: Command): void {
  program
    .command('chat')
    .description('have a conversation in the terminal')
    .argument('<desk>', 'the desk folder')
    .option('--conversation <id>', 'go on with this conversation; without it nothing is kept')
    .option('--as <person>', 'talk as if this person had proven who they are')
    .addHelpText('after', examples('frontdesk chat examples/college'))
    .action(async (folder: string, options: ChatOptions) => {
      const opened = await openDesk(folder, {
        keep: options.conversation !== undefined,
        learnsAll: true,
      })
      try {
        await chat(opened, options)
      } finally {
        await opened.close()
      }
    })
}

async function chat(opened: OpenedDesk, options: ChatOptions): Promise<void> {
  const screen = terminalOf(process.stdout, process.env)
  const conversation = options.conversation ?? randomUUID()
  const as = await takeAs(options.as, opened)
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '› ' })
  // Begun before anything is waited for: lines that come while nobody iterates are lost.
  const typed = lines[Symbol.asyncIterator]()
  const say = async (said: Pick<Message, 'text' | 'event'>) => {
    await take(opened, { conversation, ...said }, as, screen)
    lines.prompt()
  }
  await say({ text: '', event: 'welcome' })
  for await (const line of typed) {
    if (line.trim() === '/quit') break
    await say({ text: line })
  }
  lines.close()
}

async function take(
  opened: OpenedDesk,
  said: Pick<Message, 'conversation' | 'text' | 'event'>,
  as: Take,
  screen: Terminal,
): Promise<void> {
  const at = new Date(opened.clock()).toISOString()
  const message = { id: randomUUID(), channel: 'terminal', at, ...said }
  const turn = await takeAndTell(opened, message, as)
  process.stdout.write(`${renderForTerminal(turn.reply, screen)}\n`)
}
