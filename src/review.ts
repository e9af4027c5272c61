import { maskPersonal, type Candidate, type Sentence, type Turn } from './model/index.ts'
import { wordsOf } from './util/index.ts'

/** Questions that were asked alike and not answered. */
export interface Unanswered {
  /** The latest of them, redacted. */
  readonly text: string
  readonly count: number
  /** When it was asked last: an ISO 8601 instant. */
  readonly last: string
  readonly language: string
  /** Why there was no answer. */
  readonly reason: 'not understood' | 'not sure' | 'failed'
  /** The intents that came nearest, best first. */
  readonly nearest: readonly Candidate[]
}

/** Share of words two questions have in common to count as alike. */
const alike = 0.5

/** What was asked and not answered, grouped by likeness, the most frequent first. `turns` are newest first. */
export function unanswered(turns: readonly Turn[]): readonly Unanswered[] {
  const groups: { words: ReadonlySet<string>; first: Turn; count: number }[] = []
  for (const turn of turns.filter((one) => reasonOf(one) !== null && one.message.text !== '')) {
    const words = new Set(wordsOf(turn.message.text))
    const group = groups.find((one) => likeness(one.words, words) >= alike)
    if (group === undefined) groups.push({ words, first: turn, count: 1 })
    else group.count++
  }
  return groups
    .map(({ first, count }) => ({
      text: maskPersonal(first.message.text),
      count,
      last: first.message.at,
      language: first.understanding.language,
      reason: reasonOf(first) ?? 'failed',
      nearest: first.understanding.candidates.slice(0, 2),
    }))
    .toSorted((a, b) => b.count - a.count)
}

const reasons: Readonly<Partial<Record<Sentence, Unanswered['reason']>>> = {
  'not-understood': 'not understood',
  'did-you-mean': 'not sure',
}

function reasonOf({ move, error }: Turn): Unanswered['reason'] | null {
  if (error !== null) return 'failed'
  return move.kind === 'say' ? (reasons[move.sentence] ?? null) : null
}

/** The share of all words of both that are in both. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
