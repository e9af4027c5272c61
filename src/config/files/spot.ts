import { closest } from '../../util/closest.ts'
import type { Problem, ProblemCode } from './problem.ts'
import type { Path, YamlDocument } from './yaml-document.ts'

/** What there is to say about a mistake besides its message. */
export interface ProblemRest {
  readonly hint?: string
  readonly allowed?: readonly string[]
  /** Point at the key instead of the value. */
  readonly part?: 'key' | 'value'
}

/** A place in a document, at which problems can be reported. */
export class Spot {
  readonly document: YamlDocument
  readonly path: Path
  readonly #problems: Problem[]

  constructor(document: YamlDocument, problems: Problem[], path: Path = []) {
    this.document = document
    this.path = path
    this.#problems = problems
  }

  /** A place further in. */
  to(...steps: Path): Spot {
    return new Spot(this.document, this.#problems, [...this.path, ...steps])
  }

  /** The members written here, also those that mean nothing. */
  get written(): readonly string[] {
    let here = this.document.raw
    for (const step of this.path) {
      if (typeof here !== 'object' || here === null) return []
      here = Object.hasOwn(here, step) ? Reflect.get(here, step) : undefined
    }
    return typeof here === 'object' && here !== null ? Object.keys(here) : []
  }

  /** The line it stands on, from 1. */
  get line(): number {
    return this.document.at(this.path, 'value').line
  }

  report(code: ProblemCode, message: string, rest: ProblemRest = {}): void {
    this.#problems.push({
      code,
      file: this.document.file,
      ...this.document.at(this.path, rest.part ?? 'value'),
      message,
      hint: rest.hint ?? '',
      ...(rest.allowed === undefined ? {} : { allowed: rest.allowed }),
    })
  }

  /**
   * Reports a name that is not among those known; true when it is. `what` is the kind of thing: "source". The hint
   * given is for when no known name is near.
   */
  expects(what: string, name: string, known: Iterable<string>, rest: ProblemRest = {}): boolean {
    const allowed = [...known]
    if (allowed.includes(name)) return true
    const meant = closest(name, allowed)
    const hint = meant === null ? (rest.hint ?? listed(allowed)) : `Did you mean \`${meant}\`?`
    this.report('unknown-name', `There is no ${what} \`${name}\`.`, { ...rest, hint, allowed })
    return false
  }
}

/** "One of …" for a hint, or that there is none; nothing when there are too many to read. */
export function listed(allowed: readonly string[]): string {
  if (allowed.length === 0) return 'None is declared.'
  return allowed.length > 24 ? '' : `One of: ${allowed.join(', ')}.`
}
