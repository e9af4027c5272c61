/** When the moon is new, well enough to place festivals (Meeus, Astronomical Algorithms, 49). */

const month = 29.530588861
const radians = Math.PI / 180

/** The first new moon at or after `from`, as a Date. */
export function newMoonAfter(from) {
  let count = Math.floor((from.getFullYear() + from.getMonth() / 12 - 2000) * 12.3685) - 2
  while (newMoon(count) < from) count++
  return newMoon(count)
}

/** The `count`th new moon since that of 6 January 2000. */
function newMoon(count) {
  const mean = 2451550.09766 + month * count
  const sun = (2.5534 + 29.1053567 * count) * radians
  const moon = (201.5643 + 385.81693528 * count) * radians
  const node = (160.7108 + 390.67050284 * count) * radians
  const correction =
    -0.4072 * Math.sin(moon) +
    0.17241 * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * node) +
    0.00739 * Math.sin(moon - sun) -
    0.00514 * Math.sin(moon + sun)
  return new Date((mean + correction - 2440587.5) * 86_400_000)
}
