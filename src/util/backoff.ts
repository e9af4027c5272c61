/** The longest one waits between two tries, in milliseconds. */
const longest = 300_000

/**
 * Milliseconds to wait after so many tries in vain: twice as long each time, from one second to five minutes, and up to
 * half of it less by chance, so that what failed together does not come back together.
 *
 * @param random 0 inclusive to 1 exclusive
 */
export function backoff(tries: number, random: number): number {
  const full = Math.min(longest, 1_000 * 2 ** Math.min(tries, 20))
  return Math.round(full * (1 - random / 2))
}
