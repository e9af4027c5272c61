/** What was found when a desk was looked over: a sentence an owner understands, and what to do where something is wrong. */
export interface Finding {
  /** What it is about: `sources/library`, `channels/telegram`, `address`. */
  readonly about: string
  /** `warning` is something to see to before it hurts; `wrong` hurts already. */
  readonly state: 'fine' | 'warning' | 'wrong'
  readonly says: string
  /** What to do; empty where nothing is. */
  readonly remedy: string
}

/** Nothing is wrong. */
export function fine(about: string, says: string): Finding {
  return { about, state: 'fine', says, remedy: '' }
}

/** Something is to be seen to. */
export function warning(about: string, says: string, remedy: string): Finding {
  return { about, state: 'warning', says, remedy }
}

/** Something hurts. */
export function wrong(about: string, says: string, remedy: string): Finding {
  return { about, state: 'wrong', says, remedy }
}
