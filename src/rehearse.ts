import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { Conversation, ConversationStep } from './config/index.ts'
import {
  choicesIn,
  type DeskDefinition,
  type Message,
  plain,
  type SourceSettings,
  type Turn,
} from './model/index.ts'
import { readConversations } from './folder.ts'
import { openDesk, type OpenedDesk } from './open.ts'

/** How a conversation went. */
export interface Rehearsed {
  readonly conversation: Conversation
  /** What the desk did not say, or said and should not have; empty when all went well. */
  readonly faults: readonly Fault[]
}

/** A line of a conversation that was not met. */
export interface Fault {
  readonly line: number
  /** What the line says, such as `desk: …`. */
  readonly expected: string
  /** What the desk said instead. */
  readonly said: string
}

/** Which conversations to rehearse. */
export interface RehearseOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Only conversations whose title or file contains this, case ignored. */
  readonly only?: string
  /** Called after each conversation. */
  readonly heard?: (rehearsed: Rehearsed) => void
}

/**
 * Plays the conversations of a desk against example databases made for the purpose: understanding, dialogue, queries
 * and templates together. Sources that are files are made anew in a temporary folder, so a running desk is not
 * disturbed. Rejects with a `FrontdeskError` when the desk does not open.
 */
export async function rehearse(
  folder: string,
  options: RehearseOptions = {},
): Promise<readonly Rehearsed[]> {
  const wanted = (options.only ?? '').toLowerCase()
  const conversations = (await readConversations(folder, options.env ?? process.env)).filter(
    ({ title, file }) => `${title}\n${file}`.toLowerCase().includes(wanted),
  )
  const stage = await Stage.open(folder, options)
  try {
    const all: Rehearsed[] = []
    for (const conversation of conversations) {
      const rehearsed = { conversation, faults: await stage.play(conversation) }
      options.heard?.(rehearsed)
      all.push(rehearsed)
    }
    return all
  } finally {
    await stage.close()
  }
}

/** A desk opened for rehearsal, its clock set by each conversation. */
class Stage {
  readonly #folder: string
  readonly #options: RehearseOptions
  readonly #data: string
  #opened: OpenedDesk | null = null
  #now = Date.now()

  private constructor(folder: string, options: RehearseOptions, data: string) {
    this.#folder = folder
    this.#options = options
    this.#data = data
  }

  static async open(folder: string, options: RehearseOptions): Promise<Stage> {
    return new Stage(folder, options, await mkdtemp(join(tmpdir(), 'frontdesk-rehearsal-')))
  }

  async close(): Promise<void> {
    await this.#opened?.close()
    await rm(this.#data, { recursive: true, force: true })
  }

  async play(conversation: Conversation): Promise<readonly Fault[]> {
    const opened = await this.#deskAt(conversation.now)
    const id = randomUUID()
    const faults: Fault[] = []
    let last: Turn | null = null
    let proven = conversation.as === null ? {} : { as: await opened.named(conversation.as) }
    for (const step of conversation.steps) {
      const message = messageOf(step, last)
      if (message === null) {
        faults.push(...faultsOf(step, last))
        continue
      }
      const at = new Date(this.#now).toISOString()
      const whole = { id: randomUUID(), conversation: id, channel: 'terminal', at, ...message }
      last = (await opened.desk.take(whole, proven)).turn
      // Only beforehand: who logs out stays so.
      proven = {}
    }
    return faults
  }

  /** The desk with its clock at a local time; opened anew where its example data may be of another edition. */
  async #deskAt(local: string | null): Promise<OpenedDesk> {
    const opened = this.#opened ?? (await this.#open())
    this.#opened = opened
    const { timezone, fixture } = opened.definition
    const now = local === null ? Date.now() : instantOf(local, timezone)
    const isFar = Math.abs(now - this.#now) > dayMilliseconds
    this.#now = now
    if (isFar && fixture !== null) await opened.reload()
    return opened
  }

  #open(): Promise<OpenedDesk> {
    return openDesk(this.#folder, {
      keep: false,
      // What passes here passes on every machine, whatever was learned on it before.
      learnsAll: true,
      clock: () => this.#now,
      // Variants are tested by what they share; the first is as good as any.
      random: () => 0,
      relocate: (settings, desk) => this.#relocate(settings, desk),
      ...(this.#options.env === undefined ? {} : { env: this.#options.env }),
    })
  }

  /** A file the fixture makes is made elsewhere; one that was only connected is read where it is. */
  #relocate(settings: SourceSettings, desk: Pick<DeskDefinition, 'fixture'>): SourceSettings {
    if (!('file' in settings) || desk.fixture === null) return settings
    if (relative(resolve(this.#folder), settings.file).startsWith('..')) return settings
    return { ...settings, file: join(this.#data, `${settings.name}.db`) }
  }
}

const dayMilliseconds = 86_400_000

/** What the visitor does in a step; null for a step that looks at the reply. */
function messageOf(
  step: ConversationStep,
  last: Turn | null,
): Pick<Message, 'text' | 'choice'> | null {
  if (step.kind === 'say') return { text: step.text }
  if (step.kind !== 'tap') return null
  const offered = last === null ? [] : choicesIn(last.reply)
  const choice = offered.find((option) => folded(option.label) === folded(step.label))
  return choice === undefined ? { text: step.label } : { text: '', choice: choice.id }
}

function faultsOf(step: ConversationStep, last: Turn | null): readonly Fault[] {
  if (step.kind !== 'expect' && step.kind !== 'refuse') return []
  const said = last === null ? '' : last.reply.blocks.map(plain).join('\n')
  const isThere = isSaid(said, step.text)
  if (isThere === (step.kind === 'expect')) return []
  const expected = `${step.kind === 'expect' ? 'desk' : 'desk not'}: ${step.text}`
  return [{ line: step.line, expected, said }]
}

/** Whether the reply contains the words, in order; `…` stands for anything. Case, markup and white space do not count. */
export function isSaid(said: string, expected: string): boolean {
  const text = folded(said)
  let from = 0
  for (const part of folded(expected).split('…')) {
    const at = text.indexOf(part.trim(), from)
    if (at < 0) return false
    from = at + part.trim().length
  }
  return true
}

/** A text without what does not count when it is compared. */
export function folded(text: string): string {
  return text.replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

/** The instant of a local time: found by asking what the guess would read there. */
export function instantOf(local: string, timezone: string): number {
  const wanted = Date.parse(`${local}Z`)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const read = (instant: number) => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`)
  return wanted - (read(wanted) - wanted)
}
