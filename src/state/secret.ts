import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import { makeFolder } from './sqlite.ts'

/**
 * The desk's own secret, 32 random bytes in a file only its owner may read, made when it is not there. It signs
 * conversations: whoever has it can read any history. Throws `state/unwritable`.
 *
 * @param folder usually `<desk>/.frontdesk`
 */
export function deskSecret(folder: string): Uint8Array {
  makeFolder(folder)
  const file = join(folder, 'secret')
  return readSecret(file) ?? makeSecret(file)
}

/** What a desk answers to a nonce, to prove that it is itself. No channel has a name like the words before it. */
export function proofOf(secret: Uint8Array, nonce: string): string {
  return createHmac('sha256', secret).update(`address of a desk\n${nonce}`).digest('base64url')
}

function makeSecret(file: string): Uint8Array {
  try {
    // `wx`: when two processes start at the same moment, the second reads what the first made.
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
      // A full disk leaves a file with nothing in it, which would be no secret the next time.
      rmSync(file, { force: true })
      throw new FrontdeskError('state/unwritable', `The file ${file} cannot be made.`, { cause })
    }
  }
  const made = readSecret(file)
  if (made !== null) return made
  throw new FrontdeskError('state/unwritable', `The file ${file} is not a secret of 32 bytes.`, {
    hint: 'Remove it; another is made. Open conversations begin anew.',
  })
}

function readSecret(file: string): Uint8Array | null {
  try {
    const secret = readFileSync(file)
    return secret.length === 32 ? secret : null
  } catch {
    return null
  }
}
