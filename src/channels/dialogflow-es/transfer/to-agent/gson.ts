import { decode } from '../decode.ts'

/**
 * JSON as the console writes it, so that what is not changed stays as it was to the byte: two spaces, no line break at
 * the end, characters that HTML knows escaped, and whole floats with their `.0`.
 */
export function writeGson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(keptFloat, '$1')
    .replaceAll(/[&<>='\u2028\u2029]/g, escaped)
}

/** JSON of the console, its whole floats kept as what `writeGson` knows them by. Throws for what is no JSON. */
export function readGson(bytes: Uint8Array): unknown {
  const { text } = decode(bytes)
  const marked = text.replaceAll(token, (all, float?: string) =>
    float === undefined ? all : JSON.stringify(mark + float),
  )
  return JSON.parse(marked)
}

/** A character that no file holds: texts are cleaned of it when they are read. */
const mark = '\uE000'
const token = /"(?:[^"\\]|\\.)*"|(-?\d+\.0+)(?![\d.eE])/g
const keptFloat = /"\uE000(-?\d+\.0+)"/g

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
