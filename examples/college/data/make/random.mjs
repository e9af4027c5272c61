/** A seeded source of choices: the same seed always chooses the same. */
export function randomFrom(seed) {
  let state = [...seed].reduce((hash, char) => Math.imul(hash ^ char.codePointAt(0), 16777619), 7)

  // mulberry32: small, fast, and even enough for a college.
  const next = () => {
    state = (state + 0x6d2b79f5) % 2 ** 32
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least, most) => least + Math.floor(next() * (most - least + 1))

  return {
    int,
    pick: (list) => list[int(0, list.length - 1)],
    chance: (probability) => next() < probability,
    /** A bell-shaped number around `middle`, nearly all within `spread` of it. */
    around: (middle, spread) => middle + ((next() + next() + next()) / 1.5 - 1) * spread,
    shuffle(list) {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = int(0, last)
        ;[shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]]
      }
      return shuffled
    },
  }
}
