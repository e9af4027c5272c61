import { relative, sep } from 'node:path'
import type { Brand } from '../../model/index.ts'
import { ownFile } from '../files/own-files.ts'
import type { Spot } from '../files/spot.ts'
import type { Reading } from '../reading.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
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
