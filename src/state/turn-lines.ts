import type { KeptTurn } from './kept-turn.ts'

/**
 * Turns as the bytes that go to the thread that writes them: three lines of JSON each. Bytes change hands as they are,
 * where objects and strings are copied into a message and out of it again, which takes as long as writing their JSON.
 */
export function toLines(turns: readonly KeptTurn[]): Uint8Array<ArrayBuffer> {
  const lines = turns.flatMap(({ turn, session, ...key }) => [JSON.stringify(key), turn, session])
  const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
  // Written one after another: put together as a text first, they would be copied twice more.
  const bytes = Buffer.allocUnsafeSlow(size)
  let end = 0
  for (const line of lines) {
    end += bytes.write(line, end)
    bytes[end++] = lineBreak
  }
  return bytes
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

const lineBreak = 0x0a

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
