import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RegistrationOutcome } from '../model/index.ts'

/** What happened to an address, and what platforms were told of it. */
export type Recorded = { readonly at: string } & (
  | { readonly what: 'up'; readonly url: string }
  | { readonly what: 'down'; readonly reason: string }
  | {
      readonly what: 'told'
      readonly channel: string
      readonly outcome: RegistrationOutcome
      readonly url: string
      /** Why it failed. */
      readonly reason?: string
    }
)

/** Bytes after which a record begins anew; the one before is kept beside it. */
const largest = 512_000

/** A file of one line of JSON for each thing that happened: for whoever asks what changed, and for `frontdesk doctor`. */
export class AddressRecord {
  readonly #file: string

  /** @param folder usually `<desk>/.frontdesk` */
  constructor(folder: string) {
    this.#file = join(folder, 'addresses.jsonl')
  }

  /** Adds a line. Throws where the disk does. */
  add(recorded: Recorded): void {
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 })
    const size = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0
    if (size > largest) renameSync(this.#file, `${this.#file}.1`)
    appendFileSync(this.#file, `${JSON.stringify(recorded)}\n`, { mode: 0o600 })
  }

  /** All that is there, oldest first; lines that are broken, as after a power cut, are left out. */
  read(): readonly Recorded[] {
    try {
      const lines = readFileSync(this.#file, 'utf8').split('\n')
      return lines.flatMap((line) => parsed(line))
    } catch {
      return []
    }
  }
}

function parsed(line: string): readonly Recorded[] {
  try {
    return [JSON.parse(line) as Recorded]
  } catch {
    return []
  }
}
