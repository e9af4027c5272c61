import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { isUnfilled } from './environment.ts'
import type { Spot } from './spot.ts'

/** The absolute path of a file of the desk, or null when it is not there, which is reported. */
export function ownFile(written: string, spot: Spot, folder: string): string | null {
  const file = resolve(folder, written)
  if (existsSync(file)) return file
  spot.report('missing', `There is no file \`${written}\`.`, {
    hint: 'Paths are relative to the desk folder.',
  })
  return null
}

/**
 * The absolute path of a file that belongs to whoever runs the desk, such as a key: relative to the desk folder, or to
 * the home folder where it begins with `~/`. One that is not there is reported.
 */
export function privateFile(written: string, spot: Spot, folder: string): string {
  const file = written.startsWith('~/')
    ? join(homedir(), written.slice(2))
    : resolve(folder, written)
  if (!isUnfilled(written) && !existsSync(file))
    spot.report('missing', `There is no file \`${written}\`.`, {
      hint: 'Paths are relative to the desk folder; `~/` is the home folder.',
    })
  return file
}

/** The absolute path of the public folder, or null when there is none; reported when it leads out of the desk or is not there. */
export function ownFolder(written: string | undefined, spot: Spot, folder: string): string | null {
  if (written === undefined) return null
  const media = resolve(folder, written)
  if (media === folder || !media.startsWith(folder + sep)) {
    spot.report('not-allowed', 'The media folder must lie within the desk folder.', {
      hint: 'All of it is public: give it a folder of its own, such as `media`.',
    })
    return null
  }
  if (isFolder(media)) return media
  spot.report('missing', `There is no folder \`${written}\`.`, {
    hint: 'Make it, or correct the name.',
  })
  return null
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
