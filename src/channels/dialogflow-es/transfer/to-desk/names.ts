/** What a name may hold: letters with their marks, digits, dashes and underscores, a letter first. */
export function nameOf(written: string, instead: string): string {
  const name = written
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replaceAll(/^[^\p{L}]+|-+$/gu, '')
  return name === '' ? instead : name.slice(0, longestName)
}

/** Longer names help nobody. */
const longestName = 80

/** The name, or the first of `name-2`, `name-3` … that nothing has; it is taken from now on. */
export function takeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${wanted}-${i}`
  taken.add(name.toLowerCase())
  return name
}

/** The name of a file without its ending: lower case, no accents, dashes for all that is no letter. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, longestFileName)
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'unnamed' : plain
}

/** Characters of a file name: a disk takes 255 bytes, and a character has up to four. */
const longestFileName = 50
