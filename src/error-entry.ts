import type { Sentence } from './model/move.ts'

/** What is fixed about a code. */
export interface ErrorEntry {
  readonly meaning: string
  readonly hint: string
  readonly retry: boolean
  readonly visitor: Sentence
  readonly status: number
}

/** One entry of the list of codes. */
export function entry(
  meaning: string,
  hint: string,
  rest: { visitor?: Sentence; status?: number; retry?: boolean },
): ErrorEntry {
  return {
    meaning,
    hint,
    retry: rest.retry ?? false,
    visitor: rest.visitor ?? 'failed',
    status: rest.status ?? 500,
  }
}
