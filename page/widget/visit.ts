/** What the widget remembers of this visit to the website, in this tab: nothing of what was said. */
export interface Visit {
  readonly open: boolean
  /** Whether there is a conversation, so that answers can arrive. */
  readonly begun: boolean
}

const key = 'frontdesk-widget'
const nothing: Visit = { open: false, begun: false }

/** What the page before left. */
export function recallVisit(): Visit {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Visit>
    return { ...nothing, ...kept }
  } catch {
    return nothing
  }
}

/** Keeps `change` for the pages after this one. */
export function rememberVisit(change: Partial<Visit>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...recallVisit(), ...change }))
  } catch {
    // Storage is switched off: the bubble is closed on the next page, and the conversation is still there.
  }
}
