import type { Context } from './message.ts'
import type { Person } from './person.ts'
import type { Choice } from './reply.ts'
import type { Value, Values } from './value.ts'

/** What the desk remembers of one conversation. A new one is made each turn; none is ever changed in place. */
export interface Session {
  readonly conversation: string
  /** The number of turns committed; a commit that skips one or repeats one is refused. */
  readonly version: number
  /** The language of the last message that had one. */
  readonly language?: string
  readonly person?: Person
  readonly contexts: readonly Context[]
  /** What the desk has asked and is waiting for. */
  readonly asking?: Asking
  /** Intents left in the middle, the latest last, to come back to. */
  readonly paused: readonly Asking[]
  /** The last thing answered: what "and for mechanical?" is about. */
  readonly last?: Answered
  /** The last question over tables, written out: what "and in 2019?" is about. */
  readonly questioned?: string
  /** How many rows of its answer have been told. */
  readonly toldRows?: number
  /** The choices last offered; tapping or typing one picks it. */
  readonly offered: readonly Choice[]
  /** Whether the last reply asked to share something: see `Reply`. */
  readonly isSharing?: true
  /** What the visitor told about themselves for the whole conversation, such as a name. */
  readonly remembered: Values
  /** Failed attempts to prove who is asking. */
  readonly attempts: Attempts
}

/** A question the desk has put to the visitor. */
export interface Asking {
  /** The intent the slot belongs to, with what is filled so far. */
  readonly intent: string
  readonly slots: Values
  /** The slot asked for; for a proof of identity the identity's column. */
  readonly slot: string
  /** Set when the question is part of proving this identity. */
  readonly proving?: { readonly identity: string; readonly given: Values }
  /** How often the visitor's reply did not fit. */
  readonly misses: number
  /** How often it came back after something else was talked of; not there before it did. */
  readonly returns?: number
}

/** An intent that was answered, with the slots it was answered for. */
export interface Answered {
  readonly intent: string
  readonly slots: Values
  /** What the rows told were about, by entity: after "who heads CSE?", the teacher. Filled in once they are there. */
  readonly about?: Values
}

/** Failed proofs of identity in this conversation. */
export interface Attempts {
  readonly failures: number
  /** No further attempt before this instant. */
  readonly lockedUntil?: string
}

/** The session of a conversation that has just begun. */
export function newSession(conversation: string): Session {
  return {
    conversation,
    version: 0,
    contexts: [],
    paused: [],
    offered: [],
    remembered: {},
    attempts: { failures: 0 },
  }
}

/** The parameter `name` of the living contexts, the latest context first. */
export function fromContexts(contexts: readonly Context[], name: string): Value {
  for (const context of contexts.toReversed()) {
    const value = context.parameters[name]
    if (value !== undefined && value !== null && context.lifespan > 0) return value
  }
  return null
}
