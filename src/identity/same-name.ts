/**
 * A text as the most forgiving database compares it: quotes, case and accents are gone. Two that a database tells apart
 * may come out the same, which errs on the side of keeping private what may be private.
 */
export function fold(text: string): string {
  const bare = text.replaceAll(/["`[\]]/g, '').trim()
  return bare
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
}

/** A name of a table or column, folded for comparing: MySQL ignores quotes, case and accents in column names. */
export function foldName(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  const made = fold(name)
  if (folded.size >= mostFolded) folded.clear()
  folded.set(name, made)
  return made
}

/** Names folded before: the guard folds those of the same few tables and columns for every query. No values. */
const folded = new Map<string, string>()
const mostFolded = 10_000

/** A table's name folded, its database or schema left out: `"Public".Fees` is `fees`. */
export function foldTable(name: string): string {
  return foldName(name).split('.').at(-1)?.trim() ?? ''
}
