import { primaryTag } from '../words/direction.ts'

/** What the desk's server writes into the script. */
export interface DeskOfWidget {
  readonly name: string
  /** `#rrggbb`. */
  readonly color: string
  /** The first is the desk's own. */
  readonly languages: readonly string[]
}

/** What the website's script tag says. */
export interface Tag {
  /** The origin of the desk: where the script comes from. */
  readonly desk: string
  /** A language of the desk: the one asked for, else the website's, the visitor's, or the desk's own. */
  readonly language: string
  readonly side: 'left' | 'right'
}

/** Reads `<script src="https://desk.example.edu/widget.js" data-language="hi" data-side="left">`. */
export function readTag(script: HTMLScriptElement, { languages }: DeskOfWidget): Tag {
  const { language = '', side } = script.dataset
  const wanted = [language, document.documentElement.lang, ...navigator.languages].map(primaryTag)
  const spoken = wanted.flatMap((tag) => languages.filter((one) => primaryTag(one) === tag))
  return {
    desk: new URL(script.src).origin,
    language: spoken[0] ?? languages[0] ?? 'en',
    side: side === 'left' || side === 'right' ? side : usualSide(),
  }
}

/** Where a page's lines end. */
function usualSide(): Tag['side'] {
  return getComputedStyle(document.documentElement).direction === 'rtl' ? 'left' : 'right'
}
