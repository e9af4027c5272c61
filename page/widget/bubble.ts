import { brandColors } from '../brand-colors.ts'
import { directionOf, primaryTag } from '../words/direction.ts'
import { enWidget, type WidgetWords } from '../words/en.ts'
import { hiWidget } from '../words/hi.ts'
import { DeskFrame } from './desk-frame.ts'
import { drawing, make } from './make.ts'
import { fitScreen } from './screen.ts'
import type { DeskOfWidget, Tag } from './tag.ts'
import { recallVisit, rememberVisit } from './visit.ts'
import style from './widget.css'

const wordsOf: Readonly<Record<string, WidgetWords>> = { en: enWidget, hi: hiWidget }

/** The name of the element on the website: it has one at the most. */
export const elementName = 'frontdesk-widget'

/** The button in the corner of a website, and the window that it opens. */
export class Bubble {
  readonly #tag: Tag
  readonly #desk: DeskOfWidget
  readonly #words: WidgetWords
  readonly #host = document.createElement(elementName)
  readonly #badge = make('span', { class: 'badge', 'aria-hidden': 'true' })
  readonly #news = make('p', { class: 'heard', role: 'status' })
  readonly #panel: HTMLElement
  readonly #button: HTMLElement
  #frame: DeskFrame | null = null
  #isOpen = false
  #isFull = false
  #isReady = false
  /** Whether the visitor opened it, or the page before had it open. */
  #isAsked = false

  constructor(desk: DeskOfWidget, tag: Tag) {
    this.#desk = desk
    this.#tag = tag
    this.#words = wordsOf[primaryTag(tag.language)] ?? enWidget
    const wait = make('p', { class: 'wait', role: 'status' }, this.#words.opening)
    const panel = {
      class: 'panel',
      id: 'panel',
      role: 'dialog',
      'aria-label': desk.name,
      hidden: '',
    }
    this.#panel = make('div', panel, wait)
    const button = { type: 'button', 'aria-haspopup': 'dialog', 'aria-controls': 'panel' }
    const chat = drawing('M4 5h16v11H10l-4.5 4v-4H4z', 'chat')
    const fold = drawing('M6 9.5l6 6 6-6', 'fold')
    this.#button = make('button', button, chat, fold, this.#badge)
    this.#button.addEventListener('click', () => (this.#isOpen ? this.#close() : this.#open(true)))
  }

  /** Puts the button on the page, and opens what the page before had open. */
  appear(): void {
    const host = this.#host
    const shadow = host.attachShadow({ mode: 'open' })
    dress(shadow)
    shadow.append(this.#button, this.#panel, this.#news)
    host.lang = this.#tag.language
    host.dir = directionOf(this.#tag.language)
    host.classList.add(this.#tag.side)
    // Beside the body: what a page does to its body and to what is in it does not reach here.
    document.documentElement.append(host)
    rise(host)
    this.#paint()
    this.#describe()
    fitScreen(host, (full) => {
      this.#isFull = full
      host.classList.toggle('full', full)
    })
    this.#panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.#close())
    this.#resume()
  }

  /** After what the page itself needs was loaded: answers may arrive while the window is closed. */
  #resume(): void {
    const { open, begun } = recallVisit()
    if (!open && !begun) return
    const resume = () => (open && !this.#isFull ? this.#open(false) : this.#load())
    const whenIdle = () => (globalThis.requestIdleCallback ?? setTimeout)(resume)
    if (document.readyState === 'complete') whenIdle()
    else addEventListener('load', whenIdle)
  }

  #open(asked: boolean): void {
    this.#isAsked = asked
    this.#load()
    this.#show(true)
  }

  #close(): void {
    this.#isAsked = true
    this.#show(false)
    this.#button.focus()
  }

  #show(shown: boolean): void {
    this.#isOpen = shown
    this.#panel.hidden = !shown
    this.#host.classList.toggle('open', shown)
    this.#describe()
    rememberVisit({ open: shown })
    if (this.#isReady) this.#frame?.show(shown, this.#isAsked)
  }

  #load(): void {
    if (this.#frame !== null) return
    this.#frame = new DeskFrame(this.#tag, this.#desk.name, {
      ready: () => {
        this.#isReady = true
        this.#panel.classList.add('ready')
        this.#frame?.show(this.#isOpen, this.#isAsked)
      },
      close: () => this.#close(),
      talk: (begun, unread) => {
        rememberVisit({ begun })
        this.#describe(unread)
      },
      failed: (remedy) => this.#apologise(remedy),
    })
    this.#panel.append(this.#frame.element)
  }

  /** The button says what it does, and how many answers wait behind it. */
  #describe(unread = 0): void {
    const { open, close, unread: say } = this.#words
    const label = this.#isOpen ? close : open(this.#desk.name)
    const news = unread === 0 ? '' : say(unread)
    this.#button.setAttribute('aria-expanded', String(this.#isOpen))
    this.#button.setAttribute('aria-label', [label, news].filter(Boolean).join(', '))
    this.#button.title = label
    this.#badge.textContent = unread === 0 ? '' : String(unread)
    this.#news.textContent = news
  }

  /** Where the page cannot be shown, it can still be visited; why goes where the website's owner looks for errors. */
  #apologise(remedy: string): void {
    const { desk, language } = this.#tag
    const address = `${desk}/?${new URLSearchParams({ language })}`
    const link = { href: address, target: '_blank', rel: 'noopener' }
    const sorry = make('p', { role: 'status' }, this.#words.notHere)
    this.#panel.replaceChildren(
      make('div', { class: 'sorry' }, sorry, make('a', link, this.#words.elsewhere)),
    )
    reportError(new Error(remedy))
  }

  #paint(): void {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const paint = () => {
      const { fill, onFill, ink } = brandColors(this.#desk.color, dark.matches ? 'dark' : 'light')
      const colors = { fill, 'on-fill': onFill, ink }
      for (const [name, color] of Object.entries(colors))
        this.#host.style.setProperty(`--${name}`, color)
    }
    dark.addEventListener('change', paint)
    paint()
  }
}

/** A style sheet made by script is no inline style to a content security policy. */
function dress(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  shadow.adoptedStyleSheets = [sheet]
}

/** Into the browser's top layer, above every z-index, where there is one. */
function rise(host: HTMLElement): void {
  if (!('showPopover' in host)) return
  host.popover = 'manual'
  host.showPopover()
}
