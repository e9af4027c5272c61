import type { Block, Choice, Shows } from '../../model/index.ts'
import { isReachable } from './address.ts'
import { choicesInWords } from './in-words.ts'

/**
 * Choices as a platform can show them: buttons; where they are too many or too long for that lists, one after another;
 * otherwise numbered lines, as typing their numbers picks them.
 *
 * @param first the number of the first
 */
export function showChoices(
  options: readonly Choice[],
  first: number,
  shows: Shows,
): readonly Block[] {
  const { most, label, list } = shows.choices
  if (options.length === 0) return []
  const canTap = isDistinct(options) && options.every((option) => isTappable(option, shows))
  const longest = Math.max(...options.map((option) => option.label.length))
  if (canTap && options.length <= most && longest <= label) return [{ kind: 'choices', options }]
  if (canTap && list !== undefined && longest <= list.detail) {
    const pages = Math.ceil(options.length / list.most)
    if (pages <= list.pages) return paged(options, Math.ceil(options.length / pages))
  }
  return [{ kind: 'text', spans: choicesInWords(options, first) }]
}

/** Pages of about the same length: none has a single choice left over. */
function paged(options: readonly Choice[], each: number): readonly Block[] {
  const pages: Block[] = []
  for (let start = 0; start < options.length; start += each)
    pages.push({ kind: 'choices', options: options.slice(start, start + each) })
  return pages
}

/** Two buttons that say the same would be one to whoever reads what was tapped. */
function isDistinct(options: readonly Choice[]): boolean {
  return new Set(options.map(({ label }) => label.trim())).size === options.length
}

function isTappable({ label, means }: Choice, shows: Shows): boolean {
  // A control character or a line break has no place on a button.
  if (label.trim() === '' || /\p{Control}/u.test(label)) return false
  return means.kind !== 'url' || (shows.choices.links && isReachable(means.url, shows))
}
