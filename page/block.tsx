import { Cards } from './cards.tsx'
import { Choices, type Choosing } from './choices.tsx'
import { Location } from './location.tsx'
import { Picture } from './picture.tsx'
import { safeHref } from './safe-href.ts'
import { Spans } from './spans.tsx'
import { Table } from './table.tsx'
import { Icon } from './icon.tsx'
import type { SentBlock } from './wire.ts'

interface BlockProps {
  readonly block: SentBlock
  /** How its choices are taken; left out where none can be. */
  readonly choices?: Choosing
}

/** One piece of a reply. */
export function Block({ block, choices }: BlockProps) {
  switch (block.kind) {
    case 'text':
      return (
        <p class="bubble" dir="auto">
          <Spans spans={block.spans} />
        </p>
      )
    case 'image':
      return <Picture url={block.url} alt={block.alt} />
    case 'location':
      return <Location place={block.location} />
    case 'document':
      return <Attachment url={block.url} name={block.name} />
    case 'choices':
      return choices ? <Choices options={block.options} choosing={choices} /> : null
    case 'cards':
      return <Cards cards={block.cards} />
    case 'table':
      return <Table caption={block.caption} columns={block.columns} rows={block.rows} />
    default:
      return <Unknown block={block satisfies never} />
  }
}

function Attachment({ url, name }: { readonly url: string; readonly name: string }) {
  const href = safeHref(url)
  if (href === undefined) return <p class="bubble">{name}</p>
  return (
    <a class="bubble attachment" href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="document" />
      <span dir="auto">{name}</span>
    </a>
  )
}

/** A kind this page is too old to know, in words. */
function Unknown({ block }: { readonly block: SentBlock }) {
  return (
    <p class="bubble" dir="auto">
      {block.plain}
    </p>
  )
}
