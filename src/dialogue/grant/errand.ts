import type { Intent, Session, Values } from '../../model/index.ts'
import type { Unclear } from '../slots/fill.ts'
import type { UnknownValue } from '../slots/unknown-value.ts'

/** An intent under way: what the visitor came for, and what is known for it so far. */
export interface Errand {
  readonly intent: Intent
  /** Every slot of the intent by name; null where nothing is known. */
  readonly slots: Values
  readonly unclear: Unclear | null
  readonly unfit: string | null
  /** What was said for a slot and names nothing the desk knows. */
  readonly unknown: UnknownValue | null
  /** Proofs of identity given so far, by column. */
  readonly given: Values
  /** How often the visitor's replies did not fit. */
  readonly misses: number
}

/** The session that waits for the slot, or the proof, of an errand. */
export function waitFor(
  slot: string,
  { intent, slots, given, misses }: Errand,
  session: Session,
  proving?: string,
): Session {
  const proof = proving === undefined ? {} : { proving: { identity: proving, given } }
  return { ...session, asking: { intent: intent.name, slots, slot, misses, ...proof } }
}
