import type { Intent } from '../model/index.ts'
import { isCommand } from './commands.ts'
import type { Filled } from './fill.ts'
import { isClear, sureIntent, type Talk } from './talk.ts'
import type { Wish } from './wish.ts'

/** Confidence below which a command is not obeyed. */
const faint = 0.25

/** The wish for an intent, or for the command of its name. */
export function commandOr(intent: Intent, said: Filled): Wish {
  return isCommand(intent.name)
    ? { kind: 'command', command: intent.name, intent }
    : { kind: 'intent', intent, said }
}

/** Whether this is a command by mere guess: a command undoes things, so it has to be meant. */
export function isFaintCommand({ name }: Intent, { understanding }: Talk): boolean {
  return isCommand(name) && understanding.confidence < faint
}

/** One of the things every desk does at once, clearly said: it comes before whatever else the message may be. */
export function commanded(talk: Talk): Wish | null {
  const intent = sureIntent(talk)
  if (intent === null || !isCommand(intent.name) || !isClear(talk)) return null
  return { kind: 'command', command: intent.name, intent }
}
