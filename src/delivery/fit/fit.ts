/**
 * A reply as its platform can show it: `fit` begins, `in-words` says what has no form there, `split-text` parts what is
 * too long, `address` tells what can be reached. Only `answering.ts` imports from here.
 *
 * @module
 */
import type { Block, Choice, Reply, Shows, Span } from '../../model/index.ts'
import { addressOf, isReachable } from './address.ts'
import { cardInWords, choicesInWords, tableInWords } from './in-words.ts'
import { splitText } from './split-text.ts'

/**
 * A reply as a platform can show it: what it has no form for becomes text, what is too long becomes several, and nothing
 * is left out. Choices that cannot all be buttons are numbered, as typing their numbers picks them.
 */
export function fit(reply: Reply, shows: Shows): Reply {
  let numbered = 0
  const shown = reply.blocks.flatMap((block) => {
    const first = numbered + 1
    if (block.kind === 'choices') numbered += block.options.length
    return show(block, first, shows)
  })
  return { blocks: joinTexts(shown).flatMap((block) => split(block, shows)) }
}

/** @param first the number of a block's first choice */
function show(block: Block, first: number, shows: Shows): readonly Block[] {
  switch (block.kind) {
    case 'text':
      return [block]
    case 'table':
      return [text(tableInWords(block))]
    case 'cards':
      return block.cards.flatMap((card) => [
        ...(card.image === undefined ? [] : showImage(card.image, card.title, shows)),
        text(cardInWords(card)),
      ])
    case 'choices':
      if (block.options.length === 0) return []
      return block.options.every((option) => isButton(option, shows)) &&
        block.options.length <= shows.choices.most
        ? [block]
        : [text(choicesInWords(block.options, first))]
    case 'image':
      return showImage(block.url, block.alt, shows)
    case 'document': {
      const url = addressOf(block.url, shows)
      return [url === null ? text([{ text: `${block.name} (${block.url})` }]) : { ...block, url }]
    }
    case 'location':
      return [block]
    default:
      return block satisfies never
  }
}

/** An image its platform can fetch; otherwise, or where the words beside it are too many, its words. */
function showImage(written: string, alt: string, shows: Shows): readonly Block[] {
  const url = addressOf(written, shows)
  if (url === null) return [text([{ text: alt }])]
  if (alt.length <= shows.caption) return [{ kind: 'image', url, alt }]
  return [{ kind: 'image', url, alt: '' }, text([{ text: alt }])]
}

function isButton({ label, means }: Choice, shows: Shows): boolean {
  if (label === '' || label.length > shows.choices.label) return false
  return means.kind !== 'url' || isReachable(means.url, shows)
}

function text(spans: readonly Span[]): Block {
  return { kind: 'text', spans }
}

/** Texts that follow each other are one: a platform counts messages. */
function joinTexts(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = text([...last.spans, { text: '\n\n' }, ...block.spans])
    else joined.push(block)
  }
  return joined
}

function split(block: Block, shows: Shows): readonly Block[] {
  if (block.kind !== 'text') return [block]
  const written = block.spans.map((span) => writtenOut(span, shows))
  return splitText(written, shows.text.most).map(text)
}

/** A link the platform does not make one of stands behind its words. */
function writtenOut(span: Span, shows: Shows): Span {
  const { href, ...rest } = span
  if (href === undefined || isReachable(href, shows)) return span
  const address = href.replace(/^(mailto|tel):/, '')
  return address === rest.text ? rest : { ...rest, text: `${rest.text} (${address})` }
}
