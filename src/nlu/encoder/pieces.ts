/** The pieces of words a sentence encoder knows, by number; `scores` are their log-likelihoods. */
export interface Vocabulary {
  readonly pieces: readonly string[]
  readonly scores: Float32Array
}

/** Numbers below stand for no text: unknown, start, end and three spare ones. */
const reserved = 6
const unknown = 0

/** The sign SentencePiece writes for a space; every text begins with one. */
const space = '\u2581'

/**
 * Splits a text into the pieces whose likelihoods multiply to the most: the unigram model of SentencePiece (Kudo,
 * "Subword Regularization", ACL 2018) by the Viterbi algorithm, as the encoder was trained with. Runs of characters
 * that are in no piece are one unknown piece.
 */
export function splitter({ pieces, scores }: Vocabulary): (text: string) => readonly number[] {
  const numbers = new Map(pieces.map((piece, number) => [piece, number] as const).slice(reserved))
  const longest = pieces.reduce((most, piece) => Math.max(most, Array.from(piece).length), 0)

  /** The best last piece of every beginning of the text. */
  function lastPieces(letters: readonly string[]): readonly Piece[] {
    const best: (Piece | undefined)[] = [{ number: unknown, length: 0, score: 0 }]
    for (let at = 0; at < letters.length; at++) {
      const before = best[at]?.score ?? 0
      for (const { number, length, score } of piecesAt(letters, at)) {
        const known = best[at + length]
        const total = before + score
        if (known === undefined || total >= known.score)
          best[at + length] = { number, length, score: total }
      }
    }
    return best as readonly Piece[]
  }

  function piecesAt(letters: readonly string[], at: number): readonly Piece[] {
    const found: Piece[] = []
    let text = ''
    for (let length = 1; length <= longest && at + length <= letters.length; length++) {
      text += letters[at + length - 1]!
      const number = numbers.get(text)
      if (number !== undefined) found.push({ number, length, score: scores[number]! })
    }
    return found.length > 0 ? found : [{ number: unknown, length: 1, score: 0 }]
  }

  return (text) => {
    const written = text.normalize('NFKC')
    if (written === '') return []
    const letters = Array.from(space + written.replaceAll(' ', space))
    const best = lastPieces(letters)
    const found: number[] = []
    for (let at = letters.length; at > 0; at -= best[at]!.length) found.push(best[at]!.number)
    found.reverse()
    return found.filter((number, i) => number !== unknown || found[i - 1] !== unknown)
  }
}

interface Piece {
  readonly number: number
  /** In characters. */
  readonly length: number
  readonly score: number
}

/** The pieces that are whole words in letters, in lower case, the likeliest first. */
export function wholeWords({ pieces, scores }: Vocabulary): readonly string[] {
  const words = pieces
    .map((piece, number) => ({ word: piece.slice(space.length).toLowerCase(), number, piece }))
    .filter(({ piece, word }) => piece.startsWith(space) && /^(?:[ai]|[a-z]{2,})$/.test(word))
    .toSorted((a, b) => scores[b.number]! - scores[a.number]!)
  return [...new Set(words.map(({ word }) => word))]
}
