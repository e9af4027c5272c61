/**
 * A reply as its platform can show it: `fit` begins, `choices` makes buttons and lists, `in-words` says what has no form
 * there, `split-text` parts what is too long, `address` tells what can be reached. Only `answering.ts` imports from here.
 *
 * @module
 */
import type { Block, Reply, Shows, Span } from '../../model/index.ts'
import { addressOf, isReachable } from './address.ts'
import { showChoices } from './choices.ts'
import { cardInWords, tableInWords } from './in-words.ts'
import { splitBefore, splitText } from './split-text.ts'

/**
 * A reply as a platform can show it: what it has no form for becomes text, what is too long becomes several, and nothing
 * is left out.
 */
export function fit(reply: Reply, shows: Shows): Reply {
  let numbered = 0
  const shown = reply.blocks.flatMap((block) => {
    const first = numbered + 1
    if (block.kind === 'choices') numbered += block.options.length
    return show(block, first, shows)
  })
  const joined = joinTexts(shown)
  return {
    ...reply,
    blocks: joined.flatMap((block, i) => split(block, shows, joined[i + 1]?.kind === 'choices')),
  }
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
      return showChoices(block.options, first, shows)
    case 'image':
      return showImage(block.url, block.alt, shows)
    case 'document': {
      const url = addressOf(block.url, shows)
      const { name } = block
      if (url === null) return [text([{ text: `${name} (${block.url})` }])]
      if (isCaption(name, shows)) return [{ ...block, url }]
      return [{ kind: 'document', url, name: '' }, text([{ text: name }])]
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
  if (isCaption(alt, shows)) return [{ kind: 'image', url, alt }]
  return [{ kind: 'image', url, alt: '' }, text([{ text: alt }])]
}

function isCaption(words: string, { text: { length }, caption }: Shows): boolean {
  return (length?.([{ text: words }]) ?? words.length) <= caption
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

/** @param isAsking whether choices stand under it: the end of it, and no more than fits there */
function split(block: Block, shows: Shows, isAsking: boolean): readonly Block[] {
  if (block.kind !== 'text') return [block]
  const { most, length } = shows.text
  const written = block.spans.map((span) => writtenOut(span, shows))
  const { prompt } = shows.choices
  const parts =
    isAsking && prompt !== undefined
      ? splitBefore(written, most, { end: prompt, length })
      : splitText(written, most, length)
  return parts.map(text)
}

/** A link the platform does not make one of stands behind its words. */
function writtenOut(span: Span, shows: Shows): Span {
  const { href, ...rest } = span
  if (href === undefined || isReachable(href, shows)) return span
  const address = href.replace(/^(mailto|tel):/, '')
  return address === rest.text ? rest : { ...rest, text: `${rest.text} (${address})` }
}
