import type { Block, Bubble, Choice, Reply, Span } from '../../model/index.ts'
import { buttonToken } from './button-token.ts'
import type { Call } from './call.ts'
import { withKeyboard } from './keyboard.ts'
import { asAlbums, documentCall, imageCall } from './file-call.ts'
import type { Address } from './parse.ts'

/** The calls that show a fitted reply. Choices are buttons under what stands before them. */
export function renderReply(reply: Reply, to: Address): readonly Bubble[] {
  const drafts: Call[] = []
  for (const block of reply.blocks) {
    const before = drafts.at(-1)
    if (block.kind !== 'choices') drafts.push(draftOf(block))
    else if (before === undefined || 'reply_markup' in before.params)
      drafts.push(withButtons(textCall([{ text: labelsOf(block.options) }]), block.options))
    else drafts[drafts.length - 1] = withButtons(before, block.options)
  }
  return withKeyboard(asAlbums(drafts), reply, to).map((draft) => ({
    recipient: String(to.chat),
    payload: addressed(draft, to),
  }))
}

function draftOf(block: Exclude<Block, { kind: 'choices' }>): Call {
  switch (block.kind) {
    case 'text':
      return textCall(block.spans)
    case 'image':
      return imageCall(block.url, block.alt)
    case 'document':
      return documentCall(block.url, block.name)
    case 'location': {
      const { name, address, latitude, longitude } = block.location
      const place = { latitude, longitude }
      if (name === '' && address === '') return { method: 'sendLocation', params: place }
      // A venue has both.
      const named = { title: name || address, address: address || name }
      return { method: 'sendVenue', params: { ...place, ...named } }
    }
    default:
      throw new TypeError(`A reply that fits Telegram has no ${block.kind}.`)
  }
}

function textCall(spans: readonly Span[]): Call {
  const text = spans.map((span) => span.text).join('')
  const entities = entitiesOf(spans)
  const styled = entities.length === 0 ? {} : { entities }
  return { method: 'sendMessage', params: { text, ...styled } }
}

/** Styles as offsets in UTF-16 units: nothing in the text itself is ever taken for markup. */
function entitiesOf(spans: readonly Span[]): readonly object[] {
  let offset = 0
  return spans.flatMap(({ text, bold, italic, href }) => {
    const at = { offset, length: text.length }
    offset += text.length
    if (text.trim() === '') return []
    return [
      ...(bold === true ? [{ type: 'bold', ...at }] : []),
      ...(italic === true ? [{ type: 'italic', ...at }] : []),
      ...(href === undefined ? [] : [{ type: 'text_link', url: href, ...at }]),
    ]
  })
}

function withButtons(draft: Call, options: readonly Choice[]): Call {
  const longest = Math.max(...options.map(({ label }) => label.length))
  const perRow = longest <= 10 ? 3 : longest <= 18 ? 2 : 1
  const rows: object[][] = []
  options.forEach((option, i) => {
    if (i % perRow === 0) rows.push([])
    rows.at(-1)?.push(buttonOf(option))
  })
  return { ...draft, params: { ...draft.params, reply_markup: { inline_keyboard: rows } } }
}

function buttonOf(option: Choice): object {
  return option.means.kind === 'url'
    ? { text: option.label, url: option.means.url }
    : { text: option.label, callback_data: buttonToken(option) }
}

function labelsOf(options: readonly Choice[]): string {
  return options.map(({ label }) => label).join(', ')
}

function addressed(draft: Call, { chat, replyTo }: Address): Call {
  const reply =
    replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
  return { ...draft, params: { chat_id: chat, ...draft.params, ...reply } }
}
