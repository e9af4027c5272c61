import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { FrontdeskError } from '../errors.ts'
import { type Fetch, listen, log, metrics, pageFiles } from '../server/index.ts'
import { simulate, type Simulation } from '../simulate.ts'
import { json } from '../util/index.ts'
import { packageRoot } from '../util/package-root.ts'
import { appOf, pageDesk } from './app-of.ts'
import { examples } from './examples.ts'
import { tell } from './print.ts'
import { failureOf, parsePort, untilToldToStop } from './serve.ts'

interface SimulateOptions {
  readonly port: number
  readonly host: string
}

/** `frontdesk simulate <desk>`: the desk on phones in the browser, with no account anywhere, until it is told to stop. */
export function simulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('show the desk on phones in the browser, with no account anywhere')
    .argument('<desk>', 'the desk folder')
    .option('--port <number>', 'where to listen', parsePort, 8300)
    .option(
      '--host <address>',
      'which address to listen on; 0.0.0.0 for other devices',
      '127.0.0.1',
    )
    .addHelpText('after', examples('frontdesk simulate examples/college'))
    .action(run)
}

async function run(folder: string, options: SimulateOptions): Promise<void> {
  let fetch: Fetch = () => json({ ok: false }, 503)
  // What the desk sends names its own address, which is known once it listens.
  const listening = await listen((request, environment) => fetch(request, environment), options)
  // This computer reaches every address of its own by the one that is only its own.
  const url = listening.url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
  const figures = metrics()
  const logged = log({ level: 'warn', messages: false })
  try {
    const simulation = await simulate(folder, {
      url,
      host: options.host,
      observe: (observation) => {
        figures.observe(observation)
        logged(observation)
      },
    })
    try {
      fetch = await fetchOf(simulation, figures)
      await simulation.opened.doors.start()
      await simulation.connect()
      tell(`${simulation.opened.definition.name} is at ${url}/phones — press Ctrl+C to stop.`)
      await Promise.race([untilToldToStop(), failureOf(simulation.opened)])
    } finally {
      await end(simulation)
    }
  } finally {
    await listening.close()
  }
}

async function fetchOf(
  simulation: Simulation,
  figures: ReturnType<typeof metrics>,
): Promise<Fetch> {
  const files = await pageFiles(fileURLToPath(new URL('dist/phones/', packageRoot)), () =>
    pageDesk(simulation.opened.definition, '/phones'),
  )
  const more = [
    { path: '/simulator/*', answer: simulation.call },
    { path: '/phones', answer: (request: Request) => files('index.html', request) },
    { path: '/phones/*', answer: (request: Request) => files(nameIn(request), request) },
  ]
  return (await appOf(simulation.opened, figures, more)).fetch
}

/** The file an address below `/phones/` names. */
function nameIn(request: Request): string {
  const { pathname } = new URL(request.url)
  try {
    return decodeURIComponent(pathname.slice('/phones/'.length))
  } catch (cause) {
    throw new FrontdeskError('server/not-found', 'This address cannot be read.', { cause })
  }
}

async function end({ opened, close }: Simulation): Promise<void> {
  opened.doors.close()
  try {
    await opened.doors.stop()
    await opened.close()
  } finally {
    await close()
  }
}
