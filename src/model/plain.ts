import type { Block, Card, Place } from './reply.ts'

/** A block as plain text: what the Turn's JSON, the terminal and a screen reader fall back to. Nothing is left out. */
export function plain(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.spans.map(plainSpan).join('')
    case 'image':
      return `${block.alt} (${block.url})`
    case 'location':
      return plainPlace(block.location)
    case 'document':
      return `${block.name} (${block.url})`
    case 'choices':
      return block.options.map((option, i) => `${i + 1}. ${option.label}`).join('\n')
    case 'cards':
      return block.cards.map(plainCard).join('\n\n')
    case 'table':
      return plainTable(block)
    default:
      return block satisfies never
  }
}

function plainSpan(span: { readonly text: string; readonly href?: string }): string {
  return span.href === undefined || span.href === span.text
    ? span.text
    : `${span.text} (${span.href})`
}

function plainPlace(place: Place): string {
  const where = [place.name, place.address].filter((part) => part !== '').join(', ')
  return `${where} (${place.latitude}, ${place.longitude})`
}

function plainCard(card: Card): string {
  const facts = card.facts.map((fact) => `${fact.label}: ${fact.value}`)
  const actions = card.actions.map((action) => `${action.label} (${action.url})`)
  return [card.title, card.subtitle, ...facts, ...actions].filter((line) => line !== '').join('\n')
}

function plainTable(table: Extract<Block, { kind: 'table' }>): string {
  const heading = table.columns.map((column) => column.label).join(' | ')
  const rows = table.rows.map((row) => row.join(' | '))
  return [table.caption, heading, ...rows].filter((line) => line !== '').join('\n')
}
