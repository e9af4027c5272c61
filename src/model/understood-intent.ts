import type { Intent } from './intent.ts'
import type { Understood } from './message.ts'

/** The intent a platform in front understood: the one of that name, else the one with that action. */
export function understoodIntent(
  { intent, action }: Pick<Understood, 'intent' | 'action'>,
  intents: readonly Intent[],
): Intent | null {
  const named = intent === null ? '' : sameName(intent)
  return (
    intents.find(({ name }) => name === intent) ??
    intents.find(({ name }) => named !== '' && sameName(name) === named) ??
    intents.find((one) => one.action !== null && one.action !== '' && one.action === action) ??
    null
  )
}

/** Display names are written freely: "Book Availability", `book-availability` and `book.availability` are one. */
function sameName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
