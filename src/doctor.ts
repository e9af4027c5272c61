import { join, resolve } from 'node:path'
import { examineChannel } from './channels/index.ts'
import { readDesk } from './config/index.ts'
import { asFrontdeskError } from './errors.ts'
import { AddressRecord, examineAddress, lookAt } from './exposure/index.ts'
import { templateProblem } from './fulfilment/index.ts'
import { byNameOf, closeAll, fillExamples } from './mind.ts'
import {
  type DeskDefinition,
  type Finding,
  fine,
  type Source,
  warning,
  wrong,
} from './model/index.ts'
import { openSource, sqlParameters } from './sources/index.ts'
import { deskSecret, examineState, proofOf } from './state/index.ts'

/** How a desk is looked over. */
export interface ExamineOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where it is served on this computer, such as `http://127.0.0.1:8300`. */
  readonly at: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Milliseconds a database may take to say what it holds. */
const slow = 1_000

/**
 * Everything worth knowing about a desk: its files, its databases, its state, its address and its platforms. Changes
 * nothing but the example databases and the secret of a desk that was never served. Rejects with `config/folder-missing` when it is none.
 */
export async function examine(
  folder: string,
  options: ExamineOptions,
): Promise<readonly Finding[]> {
  const root = resolve(folder)
  const files = await readDesk(root, {
    env: options.env,
    parseTemplate: templateProblem,
    parseSql: sqlParameters,
  })
  const inFiles = aboutFiles(files.problems.length)
  if (files.kind === 'problems') return [inFiles]
  const { desk } = files
  const state = join(root, '.frontdesk')
  const secret = deskSecret(state)
  const prove = (nonce: string) => proofOf(secret, nonce)
  const address = addressOf(desk, new AddressRecord(state))
  const { now } = options
  const found = await Promise.all([
    aboutServing(options.at, prove),
    aboutSources(desk),
    aboutAddress(desk, address, { prove, now }),
    ...desk.channels.map((channel) => examineChannel(channel, address, now)),
  ])
  return [inFiles, ...examineState(state, now), ...found.flat()]
}

function aboutFiles(problems: number): Finding {
  if (problems === 0) return fine('files', 'Nothing is wrong with the files.')
  const says = `The files have ${problems === 1 ? 'a mistake' : `${problems} mistakes`}.`
  return wrong('files', says, '`frontdesk check` shows where.')
}

async function aboutServing(at: string, prove: Prove): Promise<readonly Finding[]> {
  const reason = await lookAt(at, prove, new AbortController().signal)
  if (reason === null) return [fine('serving', `The desk is served at ${at}.`)]
  return [
    wrong(
      'serving',
      `${at} ${reason}: this desk is not served there.`,
      'Run `frontdesk serve`; if it is elsewhere, say where with `--at`.',
    ),
  ]
}

type Prove = (nonce: string) => string

async function aboutSources(desk: DeskDefinition): Promise<readonly Finding[]> {
  const sources = byNameOf(desk.sources, openSource)
  try {
    const failure = await fillExamples(desk, sources, new Date()).then(() => null, asFrontdeskError)
    const found = await Promise.all([...sources.values()].map(aboutSource))
    return failure === null ? found : [wrong('files', failure.message, failure.hint), ...found]
  } finally {
    await closeAll(sources)
  }
}

async function aboutSource(source: Source): Promise<Finding> {
  const about = `sources/${source.name}`
  const started = performance.now()
  try {
    const { length } = await source.tables()
    const milliseconds = Math.round(performance.now() - started)
    const says = `It answers in ${milliseconds} ms and has ${length} ${length === 1 ? 'table' : 'tables'}.`
    if (milliseconds < slow) return fine(about, says)
    return warning(about, says, 'See what keeps it busy, or move it nearer: visitors wait as long.')
  } catch (thrown) {
    const { message, hint } = asFrontdeskError(thrown)
    return wrong(about, message, hint)
  }
}

/** Where the world reaches the desk, as far as can be told without serving it. */
function addressOf({ exposure, publicUrl }: DeskDefinition, record: AddressRecord): string | null {
  const declared = publicUrl?.replace(/\/$/, '') ?? null
  if (declared !== null || exposure === null) return declared
  const last = record.read().findLast(({ what }) => what !== 'told')
  return last?.what === 'up' ? last.url : null
}

async function aboutAddress(
  { exposure }: DeskDefinition,
  address: string | null,
  looking: { readonly prove: Prove; readonly now: number },
): Promise<readonly Finding[]> {
  if (address !== null) return examineAddress(address, looking)
  if (exposure === null) return [fine('address', 'The desk is for this computer only.')]
  return [
    wrong(
      'address',
      `The desk has no address just now, though \`exposure\` is ${exposure.kind}.`,
      'Serve the desk, if it is not; otherwise its log says why.',
    ),
  ]
}
