/**
 * What was said, fit to be understood, kept and shown: composed (NFC), without control characters, half surrogates
 * and marks that turn the writing direction of what follows; trimmed. Line breaks and tabs become spaces.
 */
export function cleanText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.trim()
  return text
    .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\p{Control}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .normalize('NFC')
    .trim()
}
