import type { Asking, Intent, Question, Rephrased } from '../model/index.ts'
import { type Command, isCommand } from './everyday/commands.ts'
import type { Filled } from './slots/fill.ts'

/** What the visitor wants with this message. */
export type Wish =
  /** Nothing was said at all. */
  | { readonly kind: 'nothing' }
  /** To hand over a file. */
  | { readonly kind: 'attachment' }
  /** To be greeted. */
  | { readonly kind: 'welcome' }
  /** One of the things every desk does at once. */
  | { readonly kind: 'command'; readonly command: Command; readonly intent: Intent }
  /** An intent; one `elsewhere` has its slots asked for by the platform in front. */
  | {
      readonly kind: 'intent' | 'intent-elsewhere'
      readonly intent: Intent
      readonly said: Filled
    }
  /** To answer the question the desk has put. */
  | { readonly kind: 'reply'; readonly asking: Asking; readonly said: Filled }
  /** Something that does not answer the question the desk has put. */
  | { readonly kind: 'miss'; readonly asking: Asking }
  /** To tap a button that is no longer there. */
  | { readonly kind: 'stale' }
  /** A number that none of the choices offered has. */
  | { readonly kind: 'miscounted' }
  /** Something that stands in the tables. */
  | { readonly kind: 'question'; readonly question: Question }
  /** Something of the tables that may be one of these. */
  | { readonly kind: 'rephrased'; readonly rephrased: readonly Rephrased[] }
  /** One of several intents that are about as likely. */
  | { readonly kind: 'either'; readonly intents: readonly Intent[] }
  /** Something the desk cannot tell; these intents are nearest. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Intent[] }

/** The wish for an intent, or for the command of its name. */
export function commandOr(intent: Intent, said: Filled): Wish {
  return isCommand(intent.name)
    ? { kind: 'command', command: intent.name, intent }
    : { kind: 'intent', intent, said }
}
