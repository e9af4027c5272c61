import { foundValue } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

/** The visitor's words as they are, when these were asked for. */
export const recogniseText: Recognise = (text, { asked }) => {
  const words = text.trim()
  if (asked !== 'text' || words === '') return []
  return [foundValue('text', words, words, text.indexOf(words))]
}
