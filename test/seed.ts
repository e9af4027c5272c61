/** The seed of every run that nobody asked to be different: what turns red does so for its own change. */
const usualSeed = 2026

/** Seeds fit in 31 bits. */
const seeds = 2 ** 31

/**
 * The seed that `FRONTDESK_SEED` asks for: a whole number, or `random`. Throws a sentence where it is neither.
 *
 * @param draw gives a number in [0, 1)
 */
export function seedFrom(asked: string | undefined, draw: () => number = Math.random): number {
  if (asked === undefined || asked === '') return usualSeed
  const seed = asked === 'random' ? Math.floor(draw() * seeds) : Number(asked)
  if (Number.isInteger(seed) && seed >= 0 && seed < seeds) return seed
  throw new Error(
    `FRONTDESK_SEED is "${asked}"; it may be "random" or a whole number below 2147483648.`,
  )
}

/** Draws once for all workers of a run, which inherit the environment, and tells what it drew. */
export function setup(): void {
  const seed = seedFrom(process.env['FRONTDESK_SEED'])
  if (process.env['FRONTDESK_SEED'] === 'random')
    process.stderr.write(`The seed is ${seed}: FRONTDESK_SEED=${seed} draws the same again.\n`)
  process.env['FRONTDESK_SEED'] = String(seed)
}
