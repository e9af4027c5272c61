import type { RegistrationOutcome, Reached } from './exposure.ts'
import type { ReportedState } from './post.ts'
import type { Asked } from './result.ts'
import type { Turn } from './turn.ts'

/** Everything worth noticing; logs and metrics subscribe. */
export type Observation =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'query'; readonly asked: Asked }
  | {
      readonly kind: 'request'
      readonly method: string
      readonly path: string
      readonly status: number
      readonly milliseconds: number
    }
  | {
      readonly kind: 'source'
      readonly source: string
      readonly state: 'up' | 'down' | 'half-open'
      readonly reason: string
    }
  | {
      readonly kind: 'desk'
      readonly state: 'opened' | 'reloaded' | 'kept'
      readonly milliseconds: number
      readonly problems: readonly string[]
    }
  | {
      readonly kind: 'model'
      readonly intents: number
      readonly phrases: number
      readonly milliseconds: number
    }
  | {
      /** What came of sending a message. */
      readonly kind: 'delivery'
      readonly channel: string
      readonly outcome: 'sent' | 'later' | 'held' | 'failed'
    }
  | {
      /** What a platform tells of a message that was sent. */
      readonly kind: 'report'
      readonly channel: string
      readonly state: ReportedState
    }
  | { readonly kind: 'forgot'; readonly turns: number }
  | {
      /** Where the world reaches the desk, whenever that changed. */
      readonly kind: 'address'
      readonly reached: Reached
    }
  | {
      /** What came of telling a platform where to call. */
      readonly kind: 'registration'
      readonly channel: string
      readonly outcome: RegistrationOutcome
      readonly url: string
    }
  | {
      readonly kind: 'error'
      readonly code: string
      readonly message: string
      readonly hint: string
      readonly cause: string
    }

/** Takes what is observed; must not throw. */
export type Observe = (observation: Observation) => void
