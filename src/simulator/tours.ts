/** A conversation that plays by itself for an audience: what the visitor says and taps, in order. */
export interface Tour {
  readonly title: string
  readonly steps: readonly TourStep[]
}

/** One thing a visitor does in a tour. */
export interface TourStep {
  readonly kind: 'say' | 'tap'
  readonly text: string
}

/** The slice of a desk's conversation that a tour is made of. */
interface Rehearsed {
  readonly title: string
  readonly file: string
  readonly as: object | null
  readonly steps: readonly (
    | { readonly kind: 'say'; readonly text: string }
    | { readonly kind: 'tap'; readonly label: string }
    | { readonly kind: 'expect' | 'refuse' }
  )[]
}

/**
 * The conversations of a desk that a phone can play, those of files named `tour…` first. One that begins with somebody
 * proven is left out: on a phone one proves it first. What is answered is true today, whatever day a conversation names.
 */
export function toursIn(conversations: readonly Rehearsed[]): readonly Tour[] {
  return conversations
    .filter(({ as }) => as === null)
    .toSorted((a, b) => Number(isTour(b)) - Number(isTour(a)))
    .map(({ title, steps }) => ({ title, steps: steps.flatMap(doneIn) }))
    .filter(({ steps }) => steps.length > 0)
}

function isTour({ file }: Rehearsed): boolean {
  return /(^|[\\/])tour[^\\/]*$/.test(file)
}

function doneIn(step: Rehearsed['steps'][number]): readonly TourStep[] {
  if (step.kind === 'say') return [{ kind: 'say', text: step.text }]
  return step.kind === 'tap' ? [{ kind: 'tap', text: step.label }] : []
}
