/** How several scores of a sentence are brought to one scale and added up, and what their sum says. */
export interface Standard {
  /** By score: its mean over questions for the desk, and how far it usually is from it. */
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** The sum below which a question is refused. */
  readonly leastScore: number
  /** The log-odds that a question is for the desk: `slope` times the sum plus `offset`. */
  readonly slope: number
  readonly offset: number
}

/** The scores of a sentence, and what is added to their sum as it is. */
export interface Scores {
  readonly scores: readonly number[]
  readonly bonus: number
}

/** The scores of a sentence that was held out. */
export interface Judged extends Scores {
  /** Whether it was for one of the intents. */
  readonly isInside: boolean
  /** Whether it would be answered well, if it is not refused. */
  readonly isGood: boolean
}

/** The sum of the standardised scores. */
export function sumOf(
  { scores, bonus }: Scores,
  { means, deviations }: Pick<Standard, 'means' | 'deviations'>,
): number {
  return scores.reduce((all, score, i) => all + (score - means[i]!) / deviations[i]!, bonus)
}

/** How much questions for none of the intents weigh beside questions for one of them. */
const outsideWeight = 0.05

/** Learns the scale from sentences, and the sum that the share `strictness` of the good ones stays below. */
export function standardise(judged: readonly Judged[], strictness: number): Standard {
  const inside = judged.filter(({ isInside }) => isInside)
  const columns = (inside[0]?.scores ?? []).map((_, i) => inside.map(({ scores }) => scores[i]!))
  const means = columns.map(mean)
  const deviations = columns.map(
    (own, i) => Math.sqrt(mean(own.map((score) => (score - means[i]!) ** 2))) || 1,
  )
  const sums = judged.map((one) => ({ ...one, sum: sumOf(one, { means, deviations }) }))
  const good = sums.filter(({ isGood }) => isGood).map(({ sum }) => sum)
  const leastScore = good.toSorted((a, b) => a - b)[Math.floor(good.length * strictness)] ?? 0
  return { means, deviations, leastScore, ...logistic(sums) }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

/** The log-odds as a straight line over the sum: logistic regression by Newton's method, slightly held back. */
function logistic(sums: readonly { readonly isInside: boolean; readonly sum: number }[]) {
  const outside = sums.filter(({ isInside }) => !isInside).length
  const weight = (outsideWeight * (sums.length - outside)) / Math.max(1, outside)
  let [slope, offset] = [1, 2]
  for (let round = 0; round < 25; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-3, 0, 1e-3]
    for (const { isInside, sum } of sums) {
      const likely = 1 / (1 + Math.exp(-(slope * sum + offset)))
      const error = (isInside ? 1 - likely : -likely) * (isInside ? 1 : weight)
      const spread = likely * (1 - likely) * (isInside ? 1 : weight)
      g0 += error
      g1 += error * sum
      h00 += spread
      h01 += spread * sum
      h11 += spread * sum * sum
    }
    const determinant = h00 * h11 - h01 * h01
    offset += clamp((h11 * g0 - h01 * g1) / determinant)
    slope += clamp((h00 * g1 - h01 * g0) / determinant)
  }
  return { slope: Math.max(0, slope), offset }
}

/** No step of more than 1: where both sides are far apart, Newton's method would run away. */
function clamp(step: number): number {
  return Math.max(-1, Math.min(1, step))
}
