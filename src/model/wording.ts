/** A BCP 47 language tag as the desk declares it: `en`, `hi`. */
export type Language = string

/**
 * A sentence an owner wrote, in each language it was written in. Several sentences in one language are variants:
 * the desk picks one. The text is a Liquid template with the markup `*bold*`, `_italic_`, `[label](url)`.
 */
export type Wording = Readonly<Record<Language, readonly string[]>>

/**
 * The variants for `language` (for `pt-BR` those of `pt` will do), else for the first of `fallbacks` that has any, else for whichever language has.
 * Empty only for a wording with no sentence at all.
 */
export function variantsIn(
  wording: Wording,
  language: Language,
  fallbacks: readonly Language[] = [],
): readonly string[] {
  for (const tag of [language, ...fallbacks]) {
    const variants = wording[tag] ?? wording[tag.split('-')[0] ?? '']
    if (variants !== undefined && variants.length > 0) return variants
  }
  return Object.values(wording).find((variants) => variants.length > 0) ?? []
}

/** One variant, chosen by `random` (0 inclusive to 1 exclusive), or the empty string. */
export function oneOf(variants: readonly string[], random: number): string {
  return variants[Math.floor(random * variants.length)] ?? ''
}
