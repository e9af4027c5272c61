const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** A language as BCP 47 writes it: `pt-br` → `pt-BR`; null for what is none. */
export function languageTag(written: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))
    const isTag = tag !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
    return isTag && names.of(tag) !== undefined ? tag : null
  } catch {
    return null
  }
}
