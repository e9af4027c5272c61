import { closest } from '../util/closest.ts'
import type { Problem, ProblemCode } from './files/problem.ts'
import { listed } from './files/spot.ts'

/** A conversation that `frontdesk test` plays: what visitors say, and what the desk must. */
export interface Conversation {
  readonly title: string
  /** Relative to the desk folder. */
  readonly file: string
  /** The line of its heading, from 1. */
  readonly line: number
  /** A local date and time of the desk, such as `2026-11-23T10:00`; null leaves the clock as it is. */
  readonly now: string | null
  /** Who has proven to be whom beforehand. */
  readonly as: { readonly identity: string; readonly key: string } | null
  readonly steps: readonly ConversationStep[]
}

/** One line of a conversation. Lines are from 1. */
export type ConversationStep =
  | { readonly kind: 'say'; readonly text: string; readonly line: number }
  /** Tap the choice with this label. */
  | { readonly kind: 'tap'; readonly label: string; readonly line: number }
  /** The reply to what was said last contains this; `…` stands for anything. */
  | { readonly kind: 'expect'; readonly text: string; readonly line: number }
  /** It does not contain this. */
  | { readonly kind: 'refuse'; readonly text: string; readonly line: number }

/** The keyword of a line and what follows it, for every line a conversation may have. */
const keywords = ['visitor', 'desk', 'desk not', 'now', 'as'] as const

/** Local times, such as `2026-11-23T10:00`. */
const localTime = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

/** Reads files of conversations. `identities` are those an `as:` may name; left out, any is taken. */
export function readConversations(
  files: readonly { readonly file: string; readonly text: string }[],
  identities?: readonly string[],
): { conversations: readonly Conversation[]; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const conversations = files.flatMap(({ file, text }) => {
    const reader = new ConversationReader(file, identities, problems)
    for (const [i, line] of text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .entries())
      reader.take(line, i + 1)
    return reader.end()
  })
  return { conversations, problems }
}

/** Reads one file line by line. */
class ConversationReader {
  readonly #file: string
  readonly #identities: readonly string[] | undefined
  readonly #problems: Problem[]
  readonly #done: Conversation[] = []
  #current: Conversation | null = null

  constructor(file: string, identities: readonly string[] | undefined, problems: Problem[]) {
    this.#file = file
    this.#identities = identities
    this.#problems = problems
  }

  take(line: string, number: number): void {
    const text = line.trim()
    if (text === '' || text === '---' || isComment(text)) return
    const heading = /^#+\s+(.*)$/.exec(text)?.[1]
    if (heading !== undefined) return this.#begin(heading, number)
    const [, keyword, rest = ''] = /^([A-Za-z]+(?: [a-z]+)?)\s*:\s*(.*)$/.exec(text) ?? []
    if (keyword === undefined) {
      this.#report('syntax', number, 'This line says neither who speaks nor what is set.', {
        hint: 'Begin it with visitor:, desk:, desk not:, now: or as:.',
      })
    } else this.#takeLine(keyword.toLowerCase(), rest.trim(), number)
  }

  end(): readonly Conversation[] {
    if (this.#current !== null) this.#finish(this.#current)
    return this.#done
  }

  #begin(title: string, line: number): void {
    if (this.#current !== null) this.#finish(this.#current)
    this.#current = { title, file: this.#file, line, now: null, as: null, steps: [] }
  }

  #finish(conversation: Conversation): void {
    const { steps, line, title } = conversation
    if (steps.some((step) => step.kind === 'say' || step.kind === 'tap')) {
      this.#done.push(conversation)
      return
    }
    this.#report('missing', line, `Nobody says anything in “${title}”.`, {
      hint: 'Add a line `visitor: …` and a line `desk: …`.',
    })
  }

  #takeLine(keyword: string, rest: string, line: number): void {
    const known = keywords.find((each) => each === keyword)
    if (known === undefined) {
      const meant = closest(keyword, keywords)
      const hint = meant === null ? listed(keywords) : `Did you mean \`${meant}:\`?`
      return this.#report('unknown-key', line, `\`${keyword}:\` means nothing here.`, {
        hint,
        allowed: keywords,
      })
    }
    if (this.#current === null)
      return this.#report('syntax', line, 'This line belongs to no conversation.', {
        hint: 'Put a heading above it: # What is tested',
      })
    switch (known) {
      case 'now':
        return this.#set('now', rest, line)
      case 'as':
        return this.#set('as', rest, line)
      case 'visitor':
        return this.#step(visitorStep(rest, line))
      case 'desk':
        return this.#expectation({ kind: 'expect', text: rest, line })
      case 'desk not':
        return this.#expectation({ kind: 'refuse', text: rest, line })
      default:
        known satisfies never
    }
  }

  #set(what: 'now' | 'as', rest: string, line: number): void {
    const current = this.#current
    if (current === null) return
    if (current.steps.length > 0)
      this.#report('not-allowed', line, `\`${what}:\` stands before the first \`visitor:\`.`)
    if (what === 'as') this.#current = { ...current, as: this.#person(rest, line) }
    else if (localTime.test(rest)) this.#current = { ...current, now: rest }
    else
      this.#report('not-allowed', line, `\`${rest}\` is not a time.`, {
        hint: 'Write the local time of the desk: 2026-11-23T10:00.',
      })
  }

  #person(rest: string, line: number): Conversation['as'] {
    const [, identity, key] = /^(\S+)\s+(\S.*)$/.exec(rest) ?? []
    if (identity === undefined || key === undefined) {
      this.#report('not-allowed', line, `\`${rest}\` does not say who it is.`, {
        hint: 'Write an identity and a key: `as: student RC1042`.',
      })
      return null
    }
    const known = this.#identities
    if (known !== undefined && !known.includes(identity)) {
      const meant = closest(identity, known)
      this.#report('unknown-name', line, `There is no identity \`${identity}\`.`, {
        hint: meant === null ? listed(known) : `Did you mean \`${meant}\`?`,
        allowed: known,
      })
    }
    return { identity, key }
  }

  #expectation(step: Extract<ConversationStep, { kind: 'expect' | 'refuse' }>): void {
    if (step.text === '')
      return this.#report('missing', step.line, 'This line does not say what to look for.')
    if (this.#current?.steps.length === 0)
      return this.#report('not-allowed', step.line, 'The desk cannot speak before the visitor.', {
        hint: 'Put a line `visitor: …` above it.',
      })
    this.#step(step)
  }

  #step(step: ConversationStep): void {
    if (this.#current !== null)
      this.#current = { ...this.#current, steps: [...this.#current.steps, step] }
  }

  #report(
    code: ProblemCode,
    line: number,
    message: string,
    rest: { readonly hint?: string; readonly allowed?: readonly string[] } = {},
  ): void {
    const { hint = '', ...allowed } = rest
    this.#problems.push({ code, file: this.#file, line, column: 1, message, hint, ...allowed })
  }
}

function visitorStep(rest: string, line: number): ConversationStep {
  const label = /^\[(.+)\]$/.exec(rest)?.[1]
  return label === undefined ? { kind: 'say', text: rest, line } : { kind: 'tap', label, line }
}

function isComment(text: string): boolean {
  return text.startsWith('<!--') && text.endsWith('-->')
}
