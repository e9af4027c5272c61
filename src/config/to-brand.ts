import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Brand } from '../model/index.ts'
import type { DeskInput } from './desk-schema.ts'
import { ownFile } from './own-file.ts'
import type { Reading } from './reading.ts'
import type { Spot } from './spot.ts'
import { toWording } from './to-wording.ts'

/** The colour of a desk that chose none. */
const defaultColor = '#1d4e89'

/** Reads how the web page looks. */
export function toBrand(input: DeskInput['brand'], spot: Spot, reading: Reading): Brand {
  return {
    color: input?.color ?? defaultColor,
    logo: input?.logo === undefined ? null : toLogo(input.logo, spot.to('logo'), reading),
    tagline: toWording(input?.tagline, spot.to('tagline'), reading),
    media: reading.media,
  }
}

/** The folder served at `/media/`, as an absolute path; reported when it is not there or leads out of the desk. */
export function toMedia(written: string | undefined, spot: Spot, folder: string): string | null {
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

/** The logo's address under `/media/`. */
function toLogo(written: string, spot: Spot, { folder, media }: Reading): string | null {
  const file = ownFile(written, spot, folder)
  if (file === null) return null
  if (media === null || !file.startsWith(media + sep)) {
    spot.report(
      'not-allowed',
      `\`${written}\` is not in the media folder, so no browser can read it.`,
      {
        hint: 'Move it there, or name the folder under `media`.',
      },
    )
    return null
  }
  return `/media/${relative(media, file).split(sep).map(encodeURIComponent).join('/')}`
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
