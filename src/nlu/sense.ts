import { likeliest, withCaution } from './calibrate.ts'
import type { Calibration } from './calibrate.ts'
import type { Example } from './examples.ts'
import { foreignness } from './explain.ts'
import type { Lexicon } from './explain.ts'
import type { Features } from './features.ts'
import { headScores, learnHead } from './head.ts'
import type { Head, Vectors } from './head.ts'
import type { Round } from './hold-out.ts'
import { standardise, sumOf } from './standard.ts'
import type { Standard } from './standard.ts'

/** What is known of a desk's phrases beyond their words: where a sentence encoder places them. */
export interface Sense {
  /** One for each half of a vector; they have the same say. */
  readonly heads: readonly Head[]
  /** By intent: the middle of the first halves of its phrases, of length 1. */
  readonly centers: Float32Array
  readonly mixture: Mixture
  readonly standard: Standard
}

/** How the planes and the head are fused: their log-likelihoods are added. */
export interface Mixture {
  /** What the score of a plane is multiplied by. */
  readonly sharpness: number
  /** What the logarithm of the head's likelihood is multiplied by: 0 says that the head is no help. */
  readonly weight: number
}

/** What a sentence may mean, by its words and its sense together. */
export interface Sensed {
  /** By intent: its likelihood. */
  readonly shares: Float32Array
  /** How far the sentence is from being none of the desk's business; below 0 it is refused. */
  readonly score: number
}

/** What the sense of a desk is learned from. */
export interface SenseLesson {
  readonly examples: readonly Example[]
  readonly intents: number
  readonly lexicon: Lexicon
  readonly features: Features
  readonly rounds: readonly Round[]
  readonly calibration: Calibration
  readonly strictness: number
  readonly vectorOf: (text: string) => Float32Array | null
}

/** Fewer phrases held out than this tell nothing about a mixture, and the usual one is taken. */
const leastHeldOut = 40
const usual: Mixture = { sharpness: 4, weight: 0.65 }
const sharpnesses = [2, 3, 4, 5, 6, 8, 10]
const weights = [0, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 1]

/** The sense of a desk's phrases; null where the encoder does not know them or does not help. */
export function learnSense(lesson: SenseLesson): Sense | null {
  const { examples, intents, rounds, calibration, strictness } = lesson
  const found = examples.map(({ text }) => lesson.vectorOf(text))
  const width = found.find((vector) => vector !== null)?.length
  if (width === undefined) return null
  const halves = [0, 1].map((half) => sideBySide(found, half, width / 2))
  const owners = Int32Array.from(examples, ({ intent }, i) => (found[i] === null ? -1 : intent))
  const learn = (left: Int32Array): Parts => ({
    heads: halves.map((vectors) => learnHead(vectors, left, intents)),
    centers: centersOf(halves[0]!, left, intents),
  })
  const heldOut = rounds.flatMap((round) => {
    const left = owners.slice()
    for (const { example } of round) left[example] = -1
    const parts = learn(left)
    return withCaution(round, calibration.caution).flatMap((one) => {
      const vector = found[one.example] ?? null
      return vector === null
        ? []
        : [evidenceOf(parts, { ...one, familiar: familiarTo(lesson, one) }, vector)]
    })
  })
  const mixture = mix(heldOut)
  if (mixture.weight === 0) return null
  const judged = heldOut.map((one) => {
    const { shares, scores, bonus } = threeScores(one, mixture)
    return { scores, bonus, isInside: one.intent >= 0, isGood: isOffered(shares, one.intent) }
  })
  return { ...learn(owners), mixture, standard: standardise(judged, strictness) }
}

/** Questions that are answered or may be chosen in "did you mean" are the good ones. */
const mostOffered = 3

function isOffered(shares: Float32Array, intent: number): boolean {
  const own = shares[intent] ?? -1
  return own >= 0 && shares.filter((share) => share > own).length < mostOffered
}

/** How much of a held-out example, 0 to 1, is in words that the others have: without itself, or without its intent. */
function familiarTo({ examples, lexicon, features }: SenseLesson, held: Round[number]): number {
  const readings = examples[held.example]?.readings ?? []
  const isKnown = (word: string) => {
    const counts = [...(lexicon.get(word) ?? [])]
    const left = held.intent < 0 ? counts.filter(([intent]) => intent !== held.owner) : counts
    const total = left.reduce((sum, [, count]) => sum + count, 0)
    return total > (held.intent < 0 ? 0 : 1)
  }
  return (
    1 - Math.min(...readings.map((words) => foreignness(words, { lexicon, features }, isKnown)))
  )
}

/** What the words of a sentence say: the scores of the planes, -Infinity for what cannot be meant, and its familiarity. */
export interface Worded {
  readonly scores: Float32Array
  readonly familiar: number
}

/** What words and sense together say. */
export function senseOf(sense: Sense, worded: Worded, vector: Float32Array): Sensed {
  const evidence = evidenceOf(sense, { ...worded, intent: -1 }, vector)
  const { shares, scores, bonus } = threeScores(evidence, sense.mixture)
  const { leastScore, slope, offset } = sense.standard
  const sum = sumOf({ scores, bonus }, sense.standard)
  const inside = 1 / (1 + Math.exp(-(slope * sum + offset)))
  return { shares: shares.map((share) => share * inside), score: sum - leastScore }
}

type Parts = Pick<Sense, 'heads' | 'centers'>

/** All that is known of one sentence. */
interface Evidence extends Worded {
  readonly intent: number
  readonly logits: Float32Array
  /** By intent: the cosine with its middle. */
  readonly closeness: Float32Array
}

function evidenceOf(
  { heads, centers }: Parts,
  { intent, scores, familiar }: Worded & { readonly intent: number },
  vector: Float32Array,
): Evidence {
  const width = vector.length / 2
  const closeness = scores.map((_, k) => {
    let dot = 0
    for (let i = 0; i < width; i++) dot += centers[k * width + i]! * vector[i]!
    return dot
  })
  return { intent, scores, familiar, logits: logitsOf(heads, vector), closeness }
}

/** By intent: the mean of what the heads say. */
function logitsOf(heads: readonly Head[], vector: Float32Array): Float32Array {
  const width = vector.length / heads.length
  const [first, ...others] = heads.map((head, i) =>
    headScores(head, vector.subarray(i * width, (i + 1) * width)),
  )
  return first!.map(
    (score, k) => others.reduce((sum, other) => sum + other[k]!, score) / heads.length,
  )
}

/** What a sentence loses for words no phrase has, in standard deviations: the logarithm of the rest, times this. */
const caution = 1
const leastFamiliar = 0.05

/** The likelihood of each intent, and three scores of the likeliest: of its plane, of the head, of its closeness. */
function threeScores(
  { scores, familiar, logits, closeness }: Evidence,
  { sharpness, weight }: Mixture,
) {
  const fused = scores.map((score, k) => sharpness * score + weight * logits[k]!)
  const best = likeliest(fused)
  const most = fused[best]!
  const shares = fused.map((one) => Math.exp(one - most))
  const sum = shares.reduce((all, share) => all + share, 0)
  return {
    shares: shares.map((share) => share / sum),
    scores: [scores[best]!, logits[best]!, closeness[best]!],
    bonus: caution * Math.log(Math.max(leastFamiliar, familiar)),
  }
}

/** The mixture under which what was right was likeliest. */
function mix(heldOut: readonly Evidence[]): Mixture {
  const inside = heldOut.filter(({ intent }) => intent >= 0)
  if (inside.length < leastHeldOut) return usual
  let best = usual
  let least = Infinity
  for (const weight of weights) {
    for (const sharpness of sharpnesses) {
      const surprise = inside.reduce((sum, one) => {
        const { shares } = threeScores(one, { sharpness, weight })
        return sum - Math.log(Math.max(shares[one.intent]!, 1e-12))
      }, 0)
      if (surprise >= least) continue
      least = surprise
      best = { sharpness, weight }
    }
  }
  return best
}

function sideBySide(found: readonly (Float32Array | null)[], half: number, width: number): Vectors {
  const values = new Float32Array(found.length * width)
  found.forEach(
    (vector, i) =>
      vector !== null && values.set(vector.subarray(half * width, (half + 1) * width), i * width),
  )
  return { width, values }
}

function centersOf({ width, values }: Vectors, owners: Int32Array, intents: number): Float32Array {
  const centers = new Float32Array(intents * width)
  owners.forEach((owner, i) => {
    if (owner < 0) return
    for (let j = 0; j < width; j++) centers[owner * width + j]! += values[i * width + j]!
  })
  for (let k = 0; k < intents; k++) {
    const own = centers.subarray(k * width, (k + 1) * width)
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0))
    if (length > 0) own.forEach((value, j) => (own[j] = value / length))
  }
  return centers
}
