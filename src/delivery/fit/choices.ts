import type { Block, Choice, Shows } from '../../model/index.ts'
import { isReachable } from './address.ts'
import { choicesInWords, linksInWords } from './in-words.ts'

/**
 * Choices as a platform can show them: buttons; where they are too many or too long for that lists, one after another;
 * otherwise numbered lines, as typing their numbers picks them. Where a button opens no address, links stand in words above
 * the others.
 *
 * @param first the number of the first
 */
export function showChoices(
  options: readonly Choice[],
  first: number,
  shows: Shows,
): readonly Block[] {
  if (options.length === 0) return []
  const isLink = ({ means }: Choice) => means.kind === 'url' && !shows.choices.links
  const tapped = toTap(
    options.filter((option) => !isLink(option)),
    shows,
  )
  if (tapped === null) return [{ kind: 'text', spans: choicesInWords(options, first) }]
  const links = options.filter(isLink)
  return links.length === 0 ? tapped : [{ kind: 'text', spans: linksInWords(links) }, ...tapped]
}

/** Choices to tap; null where they cannot all be, or there are none. */
function toTap(options: readonly Choice[], shows: Shows): readonly Block[] | null {
  const { most, label, list } = shows.choices
  if (options.length === 0 || !isDistinct(options)) return null
  if (!options.every((option) => isTappable(option, shows))) return null
  const longest = Math.max(...options.map((option) => option.label.length))
  if (options.length <= most && longest <= label) return [{ kind: 'choices', options }]
  if (list === undefined || longest > list.detail) return null
  const pages = Math.ceil(options.length / list.most)
  return pages > list.pages ? null : paged(options, Math.ceil(options.length / pages))
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
  return means.kind !== 'url' || isReachable(means.url, shows)
}
