import type { Intent } from './intent.ts'
import type { Understood } from './message.ts'

/** The intent a platform in front understood: the one of that name, else the one with that action. */
export function understoodIntent(
  { intent, action }: Pick<Understood, 'intent' | 'action'>,
  intents: readonly Intent[],
): Intent | null {
  const { exact, named, acting } = indexOf(intents)
  const name = intent ?? ''
  return exact.get(name) ?? named.get(sameName(name)) ?? acting.get(action ?? '') ?? null
}

/** Intents as platforms name them; the first of a name or an action counts, and none is called by the empty one. */
interface Index {
  readonly exact: ReadonlyMap<string, Intent>
  readonly named: ReadonlyMap<string, Intent>
  readonly acting: ReadonlyMap<string, Intent>
}

/** Made once for each list of intents, and gone with it: a desk's list stays the same while the desk does. */
const indexes = new WeakMap<readonly Intent[], Index>()

function indexOf(intents: readonly Intent[]): Index {
  const known = indexes.get(intents)
  if (known !== undefined) return known
  const index = {
    exact: firstBy(intents, ({ name }) => name),
    named: firstBy(intents, ({ name }) => sameName(name)),
    acting: firstBy(intents, ({ action }) => action ?? ''),
  }
  indexes.set(intents, index)
  return index
}

function firstBy(intents: readonly Intent[], keyOf: (intent: Intent) => string) {
  const called = intents.filter((intent) => keyOf(intent) !== '')
  return new Map(called.toReversed().map((intent) => [keyOf(intent), intent]))
}

/** Display names are written freely: "Book Availability", `book-availability` and `book.availability` are one. */
function sameName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
