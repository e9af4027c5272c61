import { isLetter, type ToPage, type ToSite } from './widget/letters.ts'

/** The website around the page, where this stands in its corner. */
export interface Site {
  readonly tell: (letter: ToSite) => void
  /** Gets the page out of the visitor's way. */
  readonly leave: () => void
  /** Calls `heard` with what the website tells, and with what it told last. Returns how to stop. */
  readonly listen: (heard: (letter: ToPage) => void) => () => void
}

/** The website around the page; null where there is none. */
export function siteAround(): Site | null {
  const origin = new URLSearchParams(location.search).get('site')
  if (origin === null || parent === window) return null
  const tell = (letter: ToSite) => parent.postMessage(letter, origin)
  const listeners = new Set<(letter: ToPage) => void>()
  let last: ToPage | null = null
  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== parent || from !== origin) return
    if (!isLetter(data) || data.frontdesk !== 'shown') return
    last = data
    for (const heard of listeners) heard(data)
  })
  return {
    tell,
    leave: () => tell({ frontdesk: 'close' }),
    listen(heard) {
      listeners.add(heard)
      if (last !== null) heard(last)
      return () => listeners.delete(heard)
    },
  }
}
