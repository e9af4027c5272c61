import type { Block, Bubble, Reply } from '../../model/index.ts'
import { choosing } from './choosing.ts'
import type { Draft } from './draft.ts'
import { writeSpans } from './markup.ts'
import type { Address } from './parse.ts'

/** One call of the platform. */
export interface Call extends Draft {
  readonly user: Address['user']
}

/**
 * The messages that show a fitted reply. Choices stand under the text before them.
 *
 * @param opener stands on the button that opens a list
 */
export function renderReply(
  { blocks }: Reply,
  { user, known }: Address,
  opener: string,
): readonly Bubble[] {
  const drafts: Draft[] = []
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    // What is asked stands in the message with its choices.
    if (block.kind === 'text' && next?.kind === 'choices') return
    const before = blocks[i - 1]
    const prompt = before?.kind === 'text' ? writeSpans(before.spans) : null
    drafts.push(
      block.kind === 'choices' ? choosing(block.options, { prompt, opener }) : draftOf(block),
    )
  })
  return drafts.map((draft) => ({ recipient: known, payload: { ...draft, user } satisfies Call }))
}

function draftOf(block: Exclude<Block, { kind: 'choices' }>): Draft {
  switch (block.kind) {
    case 'text':
      return { type: 'text', content: { body: writeSpans(block.spans), preview_url: false } }
    case 'image':
      return { type: 'image', ...file({ link: block.url }, block.alt) }
    case 'document': {
      const { url, name } = block
      return { type: 'document', ...file({ link: url, filename: fileName(url, name) }, name) }
    }
    case 'location': {
      const { latitude, longitude, name, address } = block.location
      const named = Object.entries({ name, address }).filter(([, value]) => value !== '')
      return { type: 'location', content: { latitude, longitude, ...Object.fromEntries(named) } }
    }
    default:
      throw new TypeError(`A reply that fits WhatsApp has no ${block.kind}.`)
  }
}

/** Where a file is, and what it is called. */
interface Link {
  readonly link: string
  readonly filename?: string
}

/** A file with its words; or the words with its address, where the platform does not take it. */
function file(content: Link, words: string): Omit<Draft, 'type'> {
  const caption = words === '' ? {} : { caption: writeSpans([{ text: words }]) }
  const otherwise = writeSpans([{ text: `${words}\n${content.link}`.trim() }])
  return { content: { ...content, ...caption }, otherwise }
}

/** The name a file is kept under on the visitor's telephone: the end of its address, which has an extension. */
function fileName(url: string, name: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  return /\.\w+$/.test(last) ? readable(last) : name || 'file'
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
