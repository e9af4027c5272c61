import { FrontdeskError } from '../../../errors.ts'

/** A file of an agent, not yet read. */
export interface AgentFile {
  /** Relative to what was opened, with forward slashes: no `..`, nothing absolute. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Bytes of all files of an agent together: the largest seen has ten million. */
const mostBytes = 256 * 1024 * 1024

/** Files of an agent: the largest seen has twelve hundred. */
const mostFiles = 50_000

/** Counts what is opened, and throws `transfer/too-large` before there is too much of it. */
export class Measure {
  #bytes = 0
  #files = 0

  /** A further file, of so many bytes as its list says. */
  add(bytes: number): void {
    this.#bytes += bytes
    this.#files += 1
    if (this.#bytes > mostBytes)
      throw new FrontdeskError(
        'transfer/too-large',
        `The agent unpacks to more than ${mostBytes / 1024 / 1024} MiB.`,
      )
    if (this.#files > mostFiles)
      throw new FrontdeskError('transfer/too-large', `The agent has more than ${mostFiles} files.`)
  }
}

/** Whether a file is any of an agent's: what it holds is JSON, and computers leave other things beside. */
export function isOfInterest(path: string): boolean {
  return /\.json$/i.test(path) && !/(^|\/)(__MACOSX|node_modules|\.[^/]*)(\/|$)/.test(path)
}
