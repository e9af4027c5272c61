/** The page's own words. A language is one file here and one line below. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { directionOf, primaryTag } from './direction.ts'
import { en, type Words } from './en.ts'
import { hi } from './hi.ts'

export { primaryTag }
export type { Words }

const byLanguage: Readonly<Record<string, Words>> = { en, hi }

/** What every component needs to speak: a language, its direction, and the words. */
export interface Speech {
  readonly language: string
  /** The visitor's own variant of the language, for times and dates: `en-IN`. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
}

/**
 * How to speak `language`, a BCP 47 tag, for a visitor who likes these `variants` best; English words where there
 * is no translation.
 */
export function speechIn(language: string, variants: readonly string[] = []): Speech {
  const primary = primaryTag(language)
  return {
    language,
    locale: variants.find((tag) => primaryTag(tag) === primary) ?? language,
    direction: directionOf(language),
    words: byLanguage[primary] ?? en,
  }
}

/** A language by its own name: "हिन्दी". */
export function nameOf(language: string): string {
  const known = byLanguage[primaryTag(language)]?.language
  return known ?? new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

const SpeechContext = createContext<Speech>({
  language: 'en',
  locale: 'en',
  direction: 'ltr',
  words: en,
})

/** Hands the speech down to every component. */
export const Speaking = SpeechContext.Provider

/** The speech handed down. */
export function useSpeech(): Speech {
  return useContext(SpeechContext)
}
