/**
 * What the page in the frame and the website around it tell each other, by `postMessage`. Nothing that was said in the
 * conversation is ever among it: the website's own scripts can read it.
 */

/** What the page tells the website. */
export type ToSite =
  | { readonly frontdesk: 'ready' }
  /** The visitor wants the conversation out of the way. */
  | { readonly frontdesk: 'close' }
  /** Whether there is a conversation to come back to, and how many answers in it nobody has seen. */
  | { readonly frontdesk: 'talk'; readonly begun: boolean; readonly unread: number }

/** What the website tells the page: whether it is in sight, and whether the visitor asked for it just now. */
export interface ToPage {
  readonly frontdesk: 'shown'
  readonly shown: boolean
  readonly asked: boolean
}

/** Whether what was posted is a letter; others post things of their own. Who posted it, its origin tells. */
export function isLetter(posted: unknown): posted is ToSite | ToPage {
  return typeof posted === 'object' && posted !== null && 'frontdesk' in posted
}
