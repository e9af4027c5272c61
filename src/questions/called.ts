import { spelledOut } from './lexicon.ts'

/** What one row of a table is called and what several are, by the table's name. */
export function calledBy(table: string): { readonly one: string; readonly many: string } {
  const words = spelledOut(table).filter((word) => !['tbl', 'table', 'tb'].includes(word))
  const before = words.slice(0, -1)
  const last = words.at(-1) ?? table
  const one = singular(last)
  return { one: [...before, one].join(' '), many: [...before, plural(one)].join(' ') }
}

const irregular: readonly (readonly [string, string])[] = [
  ['person', 'people'],
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['staff', 'staff'],
  ['faculty', 'faculty'],
  ['series', 'series'],
  ['species', 'species'],
  ['movie', 'movies'],
  ['aircraft', 'aircraft'],
  ['data', 'data'],
  ['news', 'news'],
]

function singular(word: string): string {
  const known = irregular.find(([one, many]) => word === many || word === one)
  if (known !== undefined) return known[0]
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word
}

function plural(word: string): string {
  const known = irregular.find(([one]) => word === one)
  if (known !== undefined) return known[1]
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:ch|sh|x|s|z)$/.test(word) ? `${word}es` : `${word}s`
}
