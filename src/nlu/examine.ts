import type { Entity } from '../model/index.ts'
import { groupBy } from '../util/group-by.ts'
import type { Taught } from './examples.ts'
import { classify } from './model.ts'
import { wordsOf } from './normalise.ts'
import { train } from './train.ts'
import type { Background, TrainOptions } from './train.ts'

/** A phrase of a desk, and what it was understood as while it was held back from training. */
export interface Examined {
  readonly text: string
  readonly intent: string
  /** The likeliest intent; null for a phrase without a word. */
  readonly predicted: string | null
  readonly sure: boolean
}

/** An intent whose phrases are taken for another's, most often first. */
export interface Confusion {
  readonly intent: string
  readonly takenFor: string
  readonly phrases: readonly string[]
}

/** What an owner should know of the phrases. */
export interface Examination {
  readonly phrases: number
  /** Of the phrases, those understood as their intent, held back from training. */
  readonly accuracy: number
  /** Of the phrases, those refused. */
  readonly refused: number
  readonly confusions: readonly Confusion[]
  /** Phrases that several intents have, to the word: each stands in the way of all but one. */
  readonly contradictions: readonly { readonly text: string; readonly intents: readonly string[] }[]
  /** Intents with too few phrases to learn from. */
  readonly scarce: readonly { readonly intent: string; readonly phrases: number }[]
  readonly examined: readonly Examined[]
}

const folds = 5

/** With fewer phrases an intent is known by chance. */
export const fewPhrases = 5

/** Examines the phrases of a desk: each fifth in turn is held back and asked of what was learned from the rest. */
export function examine(
  intents: readonly Taught[],
  options: TrainOptions,
  background: Background,
): Examination {
  const examined = Array.from({ length: folds }, (_, fold) =>
    examineFold(intents, fold, options, background),
  ).flat()
  const right = examined.filter(({ intent, predicted }) => intent === predicted)
  const refused = examined.filter(({ sure }) => !sure)
  return {
    phrases: examined.length,
    accuracy: right.length / Math.max(1, examined.length),
    refused: refused.length / Math.max(1, examined.length),
    confusions: confusionsIn(examined),
    contradictions: contradictionsIn(intents),
    scarce: intents
      .map(({ name, phrases }) => ({ intent: name, phrases: phrases.length }))
      .filter(({ phrases }) => phrases > 0 && phrases < fewPhrases),
    examined,
  }
}

function examineFold(
  intents: readonly Taught[],
  fold: number,
  options: TrainOptions,
  background: Background,
): readonly Examined[] {
  const isHeld = (i: number) => i % folds === fold
  const rest = intents.map((intent) => ({
    ...intent,
    phrases: intent.phrases.filter((_, i) => !isHeld(i)),
  }))
  if (!rest.some(({ phrases }) => phrases.length > 0)) return []
  const model = train(rest, options, background)
  return intents.flatMap((intent) =>
    intent.phrases
      .filter((_, i) => isHeld(i))
      .map(({ text, marks }) => {
        const entities = marks.flatMap((mark) => entityAt(text, mark, intent))
        const { candidates, sure } = classify(model, text, entities, {
          vector: background.vectorOf?.(text) ?? null,
        })
        return { text, intent: intent.name, predicted: candidates[0]?.intent ?? null, sure }
      }),
  )
}

/** What is marked in a phrase, as it would be found in a message. */
function entityAt(
  text: string,
  { slot, start, end }: Taught['phrases'][number]['marks'][number],
  { slots }: Taught,
): readonly Entity[] {
  const entity = slots.find(({ name }) => name === slot)?.entity
  const words = text.slice(start, end)
  return entity === undefined
    ? []
    : [{ entity, value: words, text: words, start, end, score: 1, alternatives: [] }]
}

function confusionsIn(examined: readonly Examined[]): readonly Confusion[] {
  const wrong = examined.filter(({ intent, predicted }) => intent !== predicted)
  const pairs = groupBy(wrong, ({ intent, predicted }) => JSON.stringify([intent, predicted]))
  return Array.from(pairs.values(), (own) => ({
    intent: own[0]!.intent,
    takenFor: own[0]!.predicted ?? '',
    phrases: own.map(({ text }) => text),
  })).toSorted((a, b) => b.phrases.length - a.phrases.length)
}

function contradictionsIn(intents: readonly Taught[]): Examination['contradictions'] {
  const said = intents.flatMap(({ name, phrases }) =>
    phrases.map(({ text }) => ({ text, intent: name, words: wordsOf(text).join(' ') })),
  )
  return [...groupBy(said, ({ words }) => words).values()].flatMap((same) => {
    const owners = [...new Set(same.map(({ intent }) => intent))]
    return owners.length > 1 ? [{ text: same[0]!.text, intents: owners }] : []
  })
}
