import { groupBy } from '../util/group-by.ts'

/** What was made of one sentence of a test. */
export interface Prediction {
  readonly text: string
  /** What it means: an intent, or null for none of them. */
  readonly intent: string | null
  /** The likeliest intent; null only for a text without a word. */
  readonly predicted: string | null
  /** The same, or null when it was not sure enough. */
  readonly predictedWithRejection: string | null
  readonly confidence: number
  /** What is thresholded: below 0 the sentence is refused. */
  readonly score: number
}

/** How well predictions did. Shares are from 0 to 1; null where there is nothing to measure. */
export interface Measures {
  /** Of the sentences with an intent, those it is likeliest for: nothing is refused. */
  readonly accuracy: number
  /** Of the sentences with an intent, those it was understood for: a refusal counts as wrong. */
  readonly inScopeAccuracy: number
  /** Of the sentences with an intent, those refused. */
  readonly inScopeRefused: number
  /** The mean over the intents of the harmonic mean of precision and recall, nothing being refused. */
  readonly macroF1: number
  /** Of the sentences without an intent, those refused. */
  readonly outOfScopeRecall: number | null
  /** Of the sentences refused, those without an intent. */
  readonly outOfScopePrecision: number | null
  /** How likely a sentence with an intent has a higher score than one without. */
  readonly auroc: number | null
  /** Out-of-scope recall at the score that refuses 3 % of the sentences with an intent. */
  readonly outOfScopeRecallAt3: number | null
  /** Matthews' correlation over all intents and "none of these", -1 to 1. */
  readonly mcc: number
  /** How far confidence is from the share that is right, on average, over ten bands. */
  readonly calibrationError: number
  readonly perIntent: readonly IntentMeasures[]
}

/** How one intent fares when nothing is refused. */
export interface IntentMeasures {
  readonly intent: string
  readonly rows: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number
}

/** Counts what was right. */
export function measure(predictions: readonly Prediction[]): Measures {
  const inside = predictions.filter(({ intent }) => intent !== null)
  const outside = predictions.filter(({ intent }) => intent === null)
  const refused = predictions.filter((one) => one.predictedWithRejection === null)
  const rightlyRefused = refused.filter(({ intent }) => intent === null)
  const wronglyRefused = refused.filter(({ intent }) => intent !== null)
  const perIntent = measureIntents(inside)
  return {
    accuracy: share(inside.filter(isLikeliest), inside) ?? 0,
    inScopeAccuracy: share(inside.filter(isUnderstood), inside) ?? 0,
    inScopeRefused: share(wronglyRefused, inside) ?? 0,
    macroF1: perIntent.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, perIntent.length),
    outOfScopeRecall: share(rightlyRefused, outside),
    outOfScopePrecision: share(rightlyRefused, refused),
    auroc: auroc(inside, outside),
    outOfScopeRecallAt3: recallAt(inside, outside, 0.03),
    mcc: matthews(predictions),
    calibrationError: calibrationError(predictions),
    perIntent,
  }
}

function share(part: readonly unknown[], all: readonly unknown[]): number | null {
  return all.length === 0 ? null : part.length / all.length
}

function isUnderstood({ predictedWithRejection, intent }: Prediction): boolean {
  return predictedWithRejection === intent
}

function isLikeliest({ predicted, intent }: Prediction): boolean {
  return intent !== null && predicted === intent
}

function measureIntents(inside: readonly Prediction[]): readonly IntentMeasures[] {
  const meant = groupBy(inside, ({ intent }) => intent)
  const predicted = groupBy(inside, (one) => one.predicted)
  return Array.from(meant, ([intent, own]) => {
    const taken = predicted.get(intent) ?? []
    const right = own.filter(isLikeliest)
    return {
      intent: intent ?? '',
      rows: own.length,
      precision: share(right, taken),
      recall: share(right, own),
      f1: (2 * right.length) / (own.length + taken.length),
    }
  })
}

/** The area under the curve, by the ranks of the scores: equal scores share their rank. */
function auroc(inside: readonly Prediction[], outside: readonly Prediction[]): number | null {
  if (inside.length === 0 || outside.length === 0) return null
  const sorted = [...inside, ...outside].toSorted((a, b) => a.score - b.score)
  let ranks = 0
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++
    const own = sorted.slice(from, to).filter(({ intent }) => intent !== null).length
    ranks += (own * (from + to + 1)) / 2
    from = to
  }
  const least = (inside.length * (inside.length + 1)) / 2
  return (ranks - least) / (inside.length * outside.length)
}

/** Of the sentences without an intent, those below the score that refuses a share of the others. */
function recallAt(
  inside: readonly Prediction[],
  outside: readonly Prediction[],
  refused: number,
): number | null {
  const scores = inside.map(({ score }) => score).toSorted((a, b) => a - b)
  const least = scores[Math.floor(scores.length * refused)]
  if (least === undefined) return null
  return share(
    outside.filter(({ score }) => score < least),
    outside,
  )
}

/** Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004. */
function matthews(predictions: readonly Prediction[]): number {
  const meant = groupBy(predictions, ({ intent }) => intent)
  const taken = groupBy(predictions, (one) => one.predictedWithRejection)
  const all = predictions.length
  const right = predictions.filter(isUnderstood).length
  const squares = (groups: ReadonlyMap<unknown, readonly unknown[]>) =>
    [...groups.values()].reduce((sum, group) => sum + group.length ** 2, 0)
  let together = 0
  for (const [intent, group] of meant) together += group.length * (taken.get(intent)?.length ?? 0)
  const spread = Math.sqrt((all ** 2 - squares(taken)) * (all ** 2 - squares(meant)))
  return spread === 0 ? 0 : (right * all - together) / spread
}

/** Expected calibration error over ten equal bands of confidence. */
function calibrationError(predictions: readonly Prediction[]): number {
  const bands = groupBy(predictions, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  const gaps = Array.from(bands.values(), (band) => {
    const confidence = band.reduce((sum, one) => sum + one.confidence, 0)
    return Math.abs(confidence - band.filter(isLikeliest).length)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, predictions.length)
}
