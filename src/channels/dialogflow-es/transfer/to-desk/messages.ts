import type { AgentMessage } from '../agent.ts'
import { isObject, memberOf, objectsIn, textIn, textsIn } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { piecesIn } from './payload.ts'
import { offered, type Piece, said } from './pieces.ts'

/** What a message says, shows and offers; nothing for one that is empty, or of which nothing can be read. */
export function piecesOf({ type, content }: AgentMessage): readonly Piece[] {
  switch (type) {
    case '0':
    case 'message':
      return variants(textsIn(content, 'speech'))
    case 'simple_response':
      return simpleResponse(content)
    case '13':
      return []
    case '14':
      return said(textIn(content, 'text') || spoken(textIn(content, 'ssml')))
    case '15':
      return call(textIn(content, 'phoneNumber'))
    case 'table_card':
      return [...piecesIn({ ...content, rows: null }), ...said(tableText(content))]
    case 'list_card':
    case 'carousel_card':
      return items(content)
    case '4':
      return piecesIn(memberOf(content, 'payload'))
    default:
      return piecesIn(content)
  }
}

function variants(texts: readonly string[]): readonly Piece[] {
  const different = [...new Set(texts.map((text) => text.trim()))]
  return different.length === 0 ? [] : [{ kind: 'text', variants: different }]
}

/** What the assistant shows, else what it says; several items are variants. */
function simpleResponse(content: JsonObject): readonly Piece[] {
  const listed = objectsIn(content, 'items')
  return variants(
    (listed.length > 0 ? listed : [content])
      .map(
        (one) =>
          textIn(one, 'displayText') || spoken(textIn(one, 'textToSpeech') || textIn(one, 'ssml')),
      )
      .filter((text) => text.trim() !== ''),
  )
}

/** What is said in SSML, without its instructions. */
function spoken(ssml: string): string {
  if (!/<\/?[a-z]/i.test(ssml)) return ssml
  return ssml
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A call that would be put through is a number to tap. */
function call(number: string): readonly Piece[] {
  const digits = number.replaceAll(/[^\d+]/g, '')
  return digits === '' ? [] : offered([{ label: number.trim(), say: '', url: `tel:${digits}` }])
}

/** A list to choose from: its title, and the items, which say their own title. */
function items(content: JsonObject): readonly Piece[] {
  const listed = objectsIn(content, 'items')
  const options = listed.map((item) => ({ label: textIn(item, 'title').trim(), say: '', url: '' }))
  const texts = listed.map((item) =>
    [textIn(item, 'title'), textIn(item, 'description')].filter((text) => text !== '').join(': '),
  )
  const lines = [textIn(content, 'title'), textIn(content, 'subtitle'), ...texts]
  return [
    ...said([...new Set(lines)].filter((line) => line !== '').join('\n')),
    ...offered(options.filter(({ label }) => label !== '')),
  ]
}

function tableText(content: JsonObject): string {
  const heads = objectsIn(content, 'columnProperties').map((column) => textIn(column, 'header'))
  const rows = objectsIn(content, 'rows').map((row) =>
    objectsIn(row, 'cells').map((cell) => textIn(cell, 'text')),
  )
  return [heads, ...rows]
    .map((row) => row.join(' | '))
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** Whether a message holds anything to lose. */
export function isEmpty({ type, content }: AgentMessage): boolean {
  if (type === '0' || type === 'simple_response') return piecesOfText(content)
  const payload = memberOf(content, 'payload')
  return isObject(payload) && Object.keys(payload).length === 0
}

function piecesOfText(content: JsonObject): boolean {
  return [...textsIn(content, 'speech'), ...simpleResponse(content)].length === 0
}
