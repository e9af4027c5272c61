/**
 * A name of a table or column as the most forgiving database reads it, for comparing: quotes, case and accents are
 * gone (MySQL ignores all three in column names). Two names that a database tells apart may come out the same, which
 * errs on the side of keeping private what may be private.
 */
export function foldName(name: string): string {
  const bare = name.replaceAll(/["`[\]]/g, '').trim()
  return bare
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
}

/** A table's name folded, its database or schema left out: `"Public".Fees` is `fees`. */
export function foldTable(name: string): string {
  return foldName(name).split('.').at(-1)?.trim() ?? ''
}
