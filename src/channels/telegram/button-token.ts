import { createHash } from 'node:crypto'
import type { Choice } from '../../model/index.ts'

/** What a button sends back: 16 ASCII characters of the 64 bytes there may be, that tell nobody what it stands for. */
export function buttonToken({ id, label }: Choice): string {
  return createHash('sha256').update(`${id}\n${label}`).digest('base64url').slice(0, 16)
}
