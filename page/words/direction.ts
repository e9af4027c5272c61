const rightToLeft = new Set(['ar', 'fa', 'he', 'ks', 'sd', 'ur', 'yi'])

/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primaryTag(language)) ? 'rtl' : 'ltr'
}

/** `hi` of `hi-IN`. */
export function primaryTag(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language
}
