import type { PhrasePart } from '../agent.ts'

/** What a phrase says, in lower case, its marks forgotten. */
export function textBeforeMarks(parts: readonly PhrasePart[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
