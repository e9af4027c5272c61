import type { Block } from '../../model/index.ts'

/** Pieces of text are cut at the end of a line or word near this length. */
const pieceLength = 2_000

/**
 * The blocks as far as `fits` says yes, and how many rows, cards, options and paragraphs had to stay away. A table
 * loses rows, not columns; nothing is split in the middle of a word.
 *
 * @param fits whether these blocks, with `left` pieces staying away, are small enough
 */
export function fitBlocks(
  blocks: readonly Block[],
  fits: (blocks: readonly Block[], left: number) => boolean,
): { readonly blocks: readonly Block[]; readonly left: number } {
  if (fits(blocks, 0)) return { blocks, left: 0 }
  const pieces = blocks.flatMap(piecesOf)
  let [fitting, tooMany] = [0, pieces.length]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (fits(join(pieces.slice(0, middle)), pieces.length - middle)) fitting = middle
    else tooMany = middle
  }
  return { blocks: join(pieces.slice(0, fitting)), left: pieces.length - fitting }
}

/** A block taken apart, each piece with the number of its block. */
interface Piece {
  readonly of: Block
  readonly block: Block
}

function piecesOf(block: Block): Piece[] {
  return split(block).map((piece) => ({ of: block, block: piece }))
}

function split(block: Block): Block[] {
  switch (block.kind) {
    case 'text':
      return block.spans
        .flatMap((span) => splitText(span.text).map((text) => ({ ...span, text })))
        .map((span) => ({ kind: 'text', spans: [span] }))
    case 'table':
      return block.rows.map((row) => ({ ...block, rows: [row] }))
    case 'cards':
      return block.cards.map((card) => ({ kind: 'cards', cards: [card] }))
    case 'choices':
      return block.options.map((option) => ({ kind: 'choices', options: [option] }))
    case 'image':
    case 'location':
    case 'document':
      return [block]
    default:
      return block satisfies never
  }
}

function splitText(text: string): string[] {
  if (text.length <= pieceLength) return [text]
  const start = text.slice(0, pieceLength)
  const end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf(' ')) + 1 || wholePair(text)
  return [text.slice(0, end), ...splitText(text.slice(end))]
}

/** Where to cut text without spaces: not between the halves of one character. */
function wholePair(text: string): number {
  const isPair = /[\uD800-\uDBFF]/.test(text[pieceLength - 1] ?? '')
  return isPair ? pieceLength - 1 : pieceLength
}

/** Puts neighbouring pieces of the same block together again. */
function join(pieces: readonly Piece[]): Block[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last?.[0]?.of === piece.of) last.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => group.map((piece) => piece.block).reduce(append))
}

function append(one: Block, other: Block): Block {
  if (one.kind === 'text' && other.kind === 'text')
    return { kind: 'text', spans: [...one.spans, ...other.spans] }
  if (one.kind === 'table' && other.kind === 'table')
    return { ...one, rows: [...one.rows, ...other.rows] }
  if (one.kind === 'cards' && other.kind === 'cards')
    return { kind: 'cards', cards: [...one.cards, ...other.cards] }
  if (one.kind === 'choices' && other.kind === 'choices')
    return { kind: 'choices', options: [...one.options, ...other.options] }
  return other
}
