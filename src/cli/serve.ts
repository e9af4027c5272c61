import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { failureObserved } from '../errors.ts'
import { type OpenedDesk, startDesk } from '../open.ts'
import { failIfBusy, listen, log, metrics } from '../server/index.ts'
import { tidyMemory, whenQuiet } from '../util/quiet.ts'
import { appOf } from './app-of.ts'
import { examples } from './examples.ts'
import { exposing } from './exposing.ts'
import { tell } from './print.ts'

interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly quiet?: boolean
  readonly public?: boolean
}

/** `frontdesk serve <desk>`: the web page, the channels and health, until it is told to stop. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the web page and the channels')
    .argument('<desk>', 'the desk folder')
    .option('--port <number>', 'where to listen', parsePort, 8300)
    .option('--host <address>', 'which address to listen on', '127.0.0.1')
    .option('--public', 'make the world reach it, by the best way there is')
    .option('--quiet', 'log warnings only')
    .addHelpText('after', examples('frontdesk serve examples/college --port 8301'))
    .action(serve)
}

/** Reads the number of a port. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
}

async function serve(folder: string, options: ServeOptions): Promise<void> {
  await failIfBusy(options)
  const figures = metrics()
  const logged = log({ level: options.quiet === true ? 'warn' : 'info', messages: false })
  const stir = whenQuiet(tidyMemory)
  let reloaded = () => {}
  const opened = await startDesk(folder, {
    keep: true,
    watch: true,
    observe: (observation) => {
      if (observation.kind === 'turn' || observation.kind === 'desk') stir()
      figures.observe(observation)
      logged(observation)
      if (observation.kind === 'desk' && observation.state === 'reloaded') reloaded()
    },
  })
  try {
    const app = await appOf(opened, figures)
    const listening = await listen(app.fetch, options)
    const isPublic = options.public === true
    const exposed = exposing({ folder, opened, fetch: app.fetch, at: listening.url, isPublic })
    try {
      await opened.doors.start(exposed.isWanted())
      tell(`${opened.definition.name} is at ${listening.url} — press Ctrl+C to stop.`)
      reloaded = () =>
        void exposed.follow().catch((thrown) => opened.observe(failureObserved(thrown)))
      await exposed.follow()
      await Promise.race([untilToldToStop(), failureOf(opened)])
    } finally {
      // What is saved from now on is for the next start.
      reloaded = () => {}
      opened.doors.close()
      await Promise.allSettled([exposed.close(), listening.close()])
      await opened.doors.stop()
    }
  } finally {
    await opened.close()
  }
}

/** Rejects when the desk cannot learn; never resolves. */
export async function failureOf(opened: OpenedDesk): Promise<never> {
  await opened.learned
  return new Promise(() => {})
}

/** Resolves at the first signal that asks the process to end; the second, whichever it is, ends it at once. */
export function untilToldToStop(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })
}
