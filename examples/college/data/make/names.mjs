import { readSections } from './content.mjs'

/** Names by region: `[{ female, male, families }, …]`; a person's two names are of one region. */
export const regions = readSections('student-names').map(
  ({ lines: [[female, male, families]] }) => ({
    female: female.split(' '),
    male: male.split(' '),
    families: families.split(' '),
  }),
)

/** A believable full name. */
export function personName(random, gender) {
  const region = random.pick(regions)
  return `${random.pick(region[gender])} ${random.pick(region.families)}`
}
