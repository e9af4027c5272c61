import { isLetter, type ToPage } from './letters.ts'
import type { Tag } from './tag.ts'

/** What the widget wants to hear of the page in its frame. */
export interface Hearing {
  readonly ready: () => void
  readonly close: () => void
  readonly talk: (begun: boolean, unread: number) => void
  /** The page does not come: what the owner of the website can do about it. */
  readonly failed: (remedy: string) => void
}

/** Milliseconds after something was loaded until it is no page of the desk: its first letter may come a little later. */
const grace = 2_000

/** The desk's page in a frame: its style and its secrets are out of reach of the website's, and the other way round. */
export class DeskFrame {
  readonly element = document.createElement('iframe')
  readonly #tag: Tag
  readonly #hear: Hearing
  #isReady = false

  constructor(tag: Tag, title: string, hear: Hearing) {
    this.#tag = tag
    this.#hear = hear
    const query = new URLSearchParams({ site: location.origin, language: tag.language })
    this.element.title = title
    this.element.src = `${tag.desk}/widget?${query}`
    this.element.addEventListener('load', () => setTimeout(() => this.#fail(), grace))
    addEventListener('message', (event) => this.#read(event))
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (blockedURI.startsWith(tag.desk)) this.#fail()
    })
  }

  /** Tells the page whether it is in sight; `asked` when the visitor opened it just now, so that it takes the focus. */
  show(shown: boolean, asked: boolean): void {
    if (asked && shown) this.element.focus()
    const letter: ToPage = { frontdesk: 'shown', shown, asked }
    this.element.contentWindow?.postMessage(letter, this.#tag.desk)
  }

  #read({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== this.element.contentWindow || origin !== this.#tag.desk) return
    if (!isLetter(data)) return
    if (data.frontdesk === 'ready') {
      this.#isReady = true
      this.#hear.ready()
    }
    if (data.frontdesk === 'close') this.#hear.close()
    if (data.frontdesk === 'talk') this.#hear.talk(data.begun, data.unread)
  }

  #fail(): void {
    if (this.#isReady) return
    const { desk } = this.#tag
    this.#hear.failed(
      `Frontdesk: ${desk} cannot be shown on this page. See that it runs, that channels.web.origins in its desk.yaml ` +
        `has ${location.origin}, and that a Content-Security-Policy of this page has: frame-src ${desk}`,
    )
  }
}
