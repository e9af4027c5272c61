import type { Intent } from '../../model/index.ts'
import { areAlive } from '../contexts.ts'
import { fill } from '../slots/fill.ts'
import { sureIntent, type Talk } from '../talk.ts'
import type { Wish } from '../wish.ts'

/** What an owner wants done where nothing was understood. */
export function fallenBack(talk: Talk): Wish | null {
  return wishFor(fallbackIn(talk), talk)
}

/** The same within living contexts: there it comes before naming intents that are merely likely. */
export function fallenBackWithin(talk: Talk): Wish | null {
  const intent = fallbackIn(talk)
  return sureIntent(talk) === null && (intent?.within.length ?? 0) > 0
    ? wishFor(intent, talk)
    : null
}

/** Of several fallbacks, the one that most living contexts bind to this moment. */
function fallbackIn({ desk, before }: Talk): Intent | undefined {
  return desk.intents
    .filter((intent) => intent.fallback === true && areAlive(intent.within, before.contexts))
    .toSorted((a, b) => b.within.length - a.within.length)[0]
}

function wishFor(intent: Intent | undefined, talk: Talk): Wish | null {
  return intent === undefined ? null : { kind: 'intent', intent, said: fill(intent, talk) }
}
