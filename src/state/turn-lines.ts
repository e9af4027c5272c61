import type { KeptTurn } from './kept-turn.ts'

/**
 * Turns as the bytes that go to the thread that writes them: three lines of JSON each. Bytes change hands as they are,
 * where objects and strings are copied into a message and out of it again, which takes as long as writing their JSON.
 */
export function toLines(turns: readonly KeptTurn[]): Uint8Array<ArrayBuffer> {
  const lines = turns.map(
    ({ turn, session, ...key }) => `${JSON.stringify(key)}\n${turn}\n${session}\n`,
  )
  return encoder.encode(lines.join(''))
}

/** The turns again. */
export function fromLines(bytes: Uint8Array): readonly KeptTurn[] {
  const lines = decoder.decode(bytes).split('\n')
  const turns: KeptTurn[] = []
  // JSON has no line breaks of its own: those in texts are written `\n`.
  for (let i = 0; i + 2 < lines.length; i += 3) {
    const [key = '', turn = '', session = ''] = lines.slice(i, i + 3)
    turns.push({ ...(JSON.parse(key) as Omit<KeptTurn, 'turn' | 'session'>), turn, session })
  }
  return turns
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
