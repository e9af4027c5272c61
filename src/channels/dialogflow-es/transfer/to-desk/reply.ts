import type { Piece } from './pieces.ts'
import { type Referred, templateOf } from './template.ts'

/** A wording as an owner writes it: a text, variants, or either of them by language. */
export type WrittenWording = Variants | Readonly<Record<string, Variants>>

type Variants = string | readonly string[]

/** A block of a reply as an owner writes it. */
export type WrittenBlock = Readonly<Record<string, unknown>>

/** What an intent says, by language, the agent's own first. */
export type PiecesByLanguage = readonly (readonly [string, readonly Piece[]])[]

/** What a reply is written with. */
export interface ReplyWorld {
  readonly slots: Referred
  /** What a picture is called that has no name of its own. */
  readonly title: string
}

/**
 * The reply as an owner writes it: a wording where that is all, else blocks. Languages that say the same kinds of
 * things in the same order share their blocks; one that does not has blocks of its own. Null for nothing to say.
 */
export function replyOf(
  byLanguage: PiecesByLanguage,
  world: ReplyWorld,
): WrittenWording | readonly WrittenBlock[] | null {
  const speaking = byLanguage.filter(([, pieces]) => pieces.length > 0)
  const [first] = speaking
  if (first === undefined) return null
  const alike = speaking.filter(([, pieces]) => shapeOf(pieces) === shapeOf(first[1]))
  const apart = speaking.filter((one) => !alike.includes(one))
  const blocks = first[1].map((_, i) =>
    blockOf(
      alike.map(([language, pieces]) => [language, pieces[i]!] as const),
      byLanguage.length > 1,
      world,
    ),
  )
  if (apart.length === 0) return plainest(blocks)
  const others = apart.map(([language]) => `spoken == "${language}"`)
  const none = apart.map(([language]) => `spoken != "${language}"`).join(' and ')
  return [
    ...blocks.map((block) => ({ when: none, ...block })),
    ...apart.flatMap(([language, pieces], i) =>
      pieces.map((piece) => ({ when: others[i], ...blockOf([[language, piece]], true, world) })),
    ),
  ]
}

function plainest(blocks: readonly WrittenBlock[]): WrittenWording | readonly WrittenBlock[] {
  const [only, another] = blocks
  const text = another === undefined ? only?.['text'] : undefined
  return text === undefined ? blocks : (text as WrittenWording)
}

function shapeOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'choices' ? `choices ${piece.options.length}` : piece.kind))
    .join()
}

type OfLanguages = readonly (readonly [string, Piece])[]

function blockOf(pieces: OfLanguages, several: boolean, world: ReplyWorld): WrittenBlock {
  const wording = (tell: (piece: Piece) => Variants) => wordingOf(pieces, several, tell)
  const plain = (text: string) => templateOf(text, world.slots, 'plain')
  const [, first] = pieces[0]!
  switch (first.kind) {
    case 'text':
      return { text: wording((piece) => textOf(piece, world)) }
    case 'image':
      return {
        image: {
          url: wording((piece) => plain(piece.kind === 'image' ? piece.url : '')),
          alt: wording((piece) => plain((piece.kind === 'image' && piece.alt) || world.title)),
        },
      }
    case 'document':
      return {
        document: {
          url: wording((piece) => plain(piece.kind === 'document' ? piece.url : '')),
          name: wording((piece) => plain(piece.kind === 'document' ? piece.name : '')),
        },
      }
    case 'choices':
      return { choices: first.options.map((_, i) => choiceOf(pieces, i, several, world)) }
    default:
      return first satisfies never
  }
}

function textOf(piece: Piece, { slots }: ReplyWorld): Variants {
  const variants = piece.kind === 'text' ? piece.variants : []
  const templates = variants.map((text) => templateOf(text, slots, 'marked'))
  return templates.length === 1 ? templates[0]! : templates
}

function choiceOf(pieces: OfLanguages, i: number, several: boolean, world: ReplyWorld): unknown {
  const optionIn = (piece: Piece) => (piece.kind === 'choices' ? piece.options[i] : undefined)
  const plain = (text: string | undefined) => templateOf(text ?? '', world.slots, 'plain')
  const wording = (member: 'label' | 'say') =>
    wordingOf(pieces, several, (piece) => {
      const option = optionIn(piece)
      return plain(member === 'say' && option?.say ? option.say : option?.label)
    })
  const option = optionIn(pieces[0]![1])
  const label = wording('label')
  if (option?.url) return { label, url: plain(option.url) }
  if (pieces.some(([, piece]) => optionIn(piece)?.say)) return { label, say: wording('say') }
  return typeof label === 'string' ? label : { label }
}

/** The same in every language is written once; a desk of one language needs no tag. */
function wordingOf(
  pieces: OfLanguages,
  several: boolean,
  tell: (piece: Piece) => Variants,
): WrittenWording {
  const told = pieces.map(([language, piece]) => [language, tell(piece)] as const)
  const [, first] = told[0]!
  return several ? Object.fromEntries(told) : first
}
