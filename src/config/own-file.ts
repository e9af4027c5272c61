import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
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
