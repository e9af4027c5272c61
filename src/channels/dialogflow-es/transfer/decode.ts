/** The text of a file, and whether it was in no Unicode encoding. */
export interface Decoded {
  readonly text: string
  readonly isGuessed: boolean
}

/**
 * The text of bytes: UTF-8 or UTF-16, with or without a byte order mark; what is none of these is read as
 * Windows-1252, as editors on old computers save it.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), isGuessed: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuessed: false }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true }
  }
}

/** JSON begins with an ASCII character, so without a mark its zero byte tells the order. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : null
}
