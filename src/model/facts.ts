import type { Person } from './person.ts'
import type { Result } from './result.ts'

/** What the world is like at this turn: handed in, so that every stage is a function of its arguments. */
export interface Facts {
  /** An ISO 8601 instant. */
  readonly now: string
  /** An IANA time zone, such as `Asia/Kolkata`. */
  readonly timezone: string
  /** 0 inclusive to 1 exclusive. */
  readonly random: number
  readonly person: Person | null
  /** What the look-ups of this turn found, by the name each was given. */
  readonly found: Readonly<Record<string, Result>>
}
