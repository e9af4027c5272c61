import type { Choice, Move, Sentence, Values } from '../model/index.ts'

/** The move that says a sentence of the desk's own. */
export function say(
  sentence: Sentence,
  rest: {
    readonly values?: Values
    readonly choices?: readonly Choice[]
    readonly then?: Move | undefined
  } = {},
): Move {
  const { values = {}, choices = [], then } = rest
  return { kind: 'say', sentence, values, choices, ...(then === undefined ? {} : { then }) }
}
