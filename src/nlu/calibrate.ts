/** How scores become confidence: see `confidences`. */
export interface Calibration {
  /** How fast confidence grows with the score. */
  readonly sharpness: number
  /** What a sentence loses of its score for an intent whose phrases have none of its words. */
  readonly caution: number
  /** The score of "none of these". */
  readonly none: number
  /** The least certainty, 0 to 1, that one of the intents is meant at all. */
  readonly leastCertainty: number
}

/** The scores of a sentence the scoring model had not learned from. */
export interface HeldOut {
  /** By intent; -Infinity for one the scoring model did not know. */
  readonly scores: Float32Array
  /** By intent: the share of the sentence its phrases do not explain. */
  readonly strange: Float32Array
  /** The right intent, or -1 when the scoring model did not know it either. */
  readonly intent: number
}

/**
 * The likelihood of each intent: a softmax over the scores, in which "none of these" takes part with a score of its
 * own. What they lack to 1 is the likelihood that none is meant.
 */
export function confidences(
  scores: Float32Array,
  { sharpness, none }: Pick<Calibration, 'sharpness' | 'none'>,
): Float32Array {
  const top = scores.reduce((most, score) => Math.max(most, score), none)
  const shares = scores.map((score) => Math.exp(sharpness * (score - top)))
  const sum = shares.reduce((total, share) => total + share, Math.exp(sharpness * (none - top)))
  return shares.map((share) => share / sum)
}

/**
 * How likely one of the likeliest intents is meant. Only as many count as may be offered in "did you mean": likelihood
 * spread thinly over a whole desk is no understanding.
 */
export function certaintyOf(shares: Float32Array): number {
  const three = [0, 0, 0]
  for (const share of shares) {
    if (share <= three[0]!) continue
    three[0] = share
    three.sort((a, b) => a - b)
  }
  return three.reduce((sum, share) => sum + share, 0)
}

/** How much questions for none of the intents weigh beside questions for one of them. */
const outsideWeight = 0.25

const sharpnesses = [2, 3, 4, 5, 6, 8, 10, 13, 17, 22]
const cautions = [0, 0.4, 0.8, 1.2]
const nones = Array.from({ length: 25 }, (_, i) => -1.1 + i * 0.05)

/** Before anything is known: sure only of scores clearly on the right side. */
const untested: Calibration = { sharpness: 4, caution: 0, none: -0.5, leastCertainty: 0.5 }

/**
 * Finds the likeliest calibration for what was held out, and the certainty below which `strictness` (0 to 1) of the
 * questions that would have been understood rightly are refused.
 */
export function calibrate(heldOut: readonly HeldOut[], strictness: number): Calibration {
  const inside = heldOut.filter((one) => one.intent >= 0)
  if (inside.length === 0) return untested
  const weight = (outsideWeight * inside.length) / Math.max(1, heldOut.length - inside.length)
  let best = untested
  let least = Infinity
  for (const caution of cautions) {
    const wary = withCaution(heldOut, caution)
    for (const sharpness of sharpnesses) {
      const sums = wary.map(({ scores }) =>
        scores.reduce((sum, score) => sum + Math.exp(sharpness * score), 0),
      )
      for (const none of nones) {
        const loss = surprise(wary, sums, { sharpness, none }, weight)
        if (loss >= least) continue
        least = loss
        best = { ...untested, sharpness, caution, none }
      }
    }
  }
  const understood = withCaution(inside, best.caution)
  return { ...best, leastCertainty: certaintyAt(understood, best, strictness) }
}

/** The same with what caution takes off the scores. */
export function withCaution<Held extends HeldOut>(
  heldOut: readonly Held[],
  caution: number,
): readonly Held[] {
  return heldOut.map((one) => ({
    ...one,
    scores: one.scores.map((score, k) => score - caution * one.strange[k]!),
  }))
}

/** The negative log-likelihood of what was right. */
function surprise(
  heldOut: readonly HeldOut[],
  sums: readonly number[],
  { sharpness, none }: { sharpness: number; none: number },
  outside: number,
): number {
  const ofNone = Math.exp(sharpness * none)
  return heldOut.reduce((loss, { scores, intent }, i) => {
    const right = intent < 0 ? none : (scores[intent] ?? none)
    const weight = intent < 0 ? outside : 1
    return loss + weight * (Math.log((sums[i] ?? 0) + ofNone) - sharpness * right)
  }, 0)
}

/** As many questions as the `untested` certainty is worth: a small desk has held out too few to go by alone. */
const priorQuestions = 20

/** The certainty that the share `strictness` of the rightly understood questions does not reach. */
function certaintyAt(
  inside: readonly HeldOut[],
  calibration: Calibration,
  strictness: number,
): number {
  const certainties = inside
    .filter(({ scores, intent }) => likeliest(scores) === intent)
    .map(({ scores }) => certaintyOf(confidences(scores, calibration)))
    .toSorted((a, b) => a - b)
  const count = certainties.length
  const seen = certainties[Math.floor(count * strictness)] ?? 0
  return (seen * count + untested.leastCertainty * priorQuestions) / (count + priorQuestions)
}

/** The number of the greatest score. */
export function likeliest(scores: Float32Array): number {
  return scores.reduce((best, score, i) => (score > (scores[best] ?? -Infinity) ? i : best), 0)
}
