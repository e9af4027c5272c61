/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to make one word the other
 * (Damerau-Levenshtein, each place changed once), in UTF-16 units; any number above `most` comes back as `most + 1`.
 */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let twoAbove: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = above[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const cheapest = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1)
      row.push(swapped ? Math.min(cheapest, twoAbove[j - 2]! + 1) : cheapest)
    }
    if (Math.min(...row) > most) return most + 1
    twoAbove = above
    above = row
  }
  return Math.min(above[to.length]!, most + 1)
}
