import { stripVTControlCharacters } from 'node:util'

/**
 * A text without what steers a terminal: escape sequences and control characters, line breaks and tabs excepted. What a
 * database or a visitor wrote must not clear the screen, set a title or hide a line.
 */
export function harmless(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Control}\n\t]/gu, '')
}

/**
 * A value as one line of JSON for programs, which a person may read in a terminal all the same. JSON itself leaves the
 * control characters from U+007F to U+009F as they are; some terminals obey them.
 */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F]/g,
    (control) => `\\u00${control.codePointAt(0)?.toString(16)}`,
  )
}
