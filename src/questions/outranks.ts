import type { Named } from './lexicon.ts'

/** A word that does something may also be what a column is called: "total", "count", "number", "first name". */
export function outranks(
  op: string,
  named: { length: number; named: readonly Named[] } | null,
  length: number,
): boolean {
  if (named === null || named.length < length) return false
  const weight = named.named[0]?.weight ?? 0
  if (op === 'number' || op === 'dates') return false
  if (op === 'unit') return weight >= 2.2
  return (
    named.length > length ||
    (weight >= 2.6 &&
      ![
        'preposition',
        'and',
        'or',
        'not',
        'be',
        'relative',
        'wh',
        'each',
        'by',
        'most',
        'who',
        'all',
        'superlative',
        'aggregate',
        'where',
        'when',
        'both',
        'distinct',
        'count',
        'comma',
      ].includes(op))
  )
}
