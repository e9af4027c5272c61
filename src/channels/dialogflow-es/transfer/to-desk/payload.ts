import { isObject, memberOf, textIn, textOf, textsIn } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { gathered, isAddress, type Option, offered, type Piece, said } from './pieces.ts'

/**
 * What is to be read, seen and tapped in a rich message or a custom payload. Cards, chips, keyboards, carousels and
 * templates of every platform are trees of objects that call a text a text and a button a button by a handful of
 * names; whatever else they hold is how they look.
 */
export function piecesIn(node: unknown, depth = 0): readonly Piece[] {
  if (depth > deepest) return []
  if (Array.isArray(node)) return gathered(node.flatMap((item) => piecesIn(item, depth + 1)))
  if (!isObject(node)) return []
  if (node['type'] === 'button') return offered(optionsIn(node, depth))
  const own = [...imagesIn(node), ...wordsIn(node), ...filesIn(node)]
  const inside = Object.entries(node).flatMap(([key, value]) =>
    isButtons(key, node) || isLook(key) ? [] : piecesIn(value, depth + 1),
  )
  const buttons = Object.entries(node).flatMap(([key, value]) =>
    isButtons(key, node) ? optionsIn(value, depth) : [],
  )
  const words = own.length + inside.length === 0 ? said(textIn(node, 'altText')) : []
  return gathered([...own, ...inside, ...words, ...offered([...buttons, ...leadOf(node)])])
}

/** Deeper than this no platform nests a message. */
const deepest = 20

const buttonKeys = new Set([
  'actions',
  'buttons',
  'chips',
  'inline_keyboard',
  'keyboard',
  'options',
  'quick_replies',
  'quickReplies',
  'quickReply',
  'replies',
  'suggestions',
])

/** Some templates are told by their number, and a block of actions by its type. */
function isButtons(key: string, node: JsonObject): boolean {
  if (key === 'elements') return node['type'] === 'actions'
  if (key === 'payload') return Array.isArray(node[key]) && Object.hasOwn(node, 'templateId')
  return buttonKeys.has(key)
}

/** Objects that are no content: styles, what a tap sends, what an item is chosen by. */
function isLook(key: string): boolean {
  return ['styles', 'style', 'optionInfo', 'info', 'event', 'parameters', 'action'].includes(key)
}

const textKeys = ['title', 'header', 'pretext', 'text', 'message', 'subtitle', 'description']
const moreTextKeys = ['formattedText', 'caption', 'body', 'displayText', 'textToSpeech', 'footer']

/** The lines of an object, the heading first; one that says the same again is left out. */
function wordsIn(node: JsonObject): readonly Piece[] {
  const lines = [...textKeys, ...moreTextKeys].flatMap((key) => {
    const value = memberOf(node, key)
    return isObject(value) ? [] : textsIn(node, key)
  })
  const { type } = node
  return type === 'image' && lines.length === 1 ? [] : said([...new Set(lines)].join('\n'))
}

const imageKeys = [
  'imageUrl',
  'imageUri',
  'image_url',
  'rawUrl',
  'originalContentUrl',
  'thumbnailImageUrl',
  'photo',
]

function imagesIn(node: JsonObject): readonly Piece[] {
  const named = imageKeys.map((key) => textIn(node, key))
  const plain = typeof node['image'] === 'string' ? [textIn(node, 'image')] : []
  const pictured = isImage(node) ? [textIn(node, 'url'), textIn(payloadOf(node), 'url')] : []
  const [url] = [...named, ...plain, ...pictured].filter((one) => /^https?:\/\//i.test(one.trim()))
  if (url === undefined) return []
  const [alt = ''] = ['accessibilityText', 'altText', 'alt_text', 'alt', 'title', 'caption']
    .map((key) => textIn(node, key))
    .filter((text) => text !== '')
  return [{ kind: 'image', url: url.trim(), alt }]
}

/** An attachment of that type, or an object that has nothing but an address and what it shows. */
function isImage(node: JsonObject): boolean {
  if (node['type'] === 'image') return true
  return Object.keys(node).every((key) =>
    ['url', 'accessibilityText', 'height', 'width'].includes(key),
  )
}

/** Videos, sound and documents are links to them. */
function filesIn(node: JsonObject): readonly Piece[] {
  const type = textIn(node, 'type')
  const isFile = ['video', 'audio', 'file', 'document'].includes(type)
  const [url = ''] = [
    ...(isFile ? [textIn(node, 'url'), textIn(payloadOf(node), 'url')] : []),
    ...['document', 'video', 'audio', 'contentUrl'].map((key) => textIn(node, key)),
  ].filter(isAddress)
  if (url === '') return []
  const [name = ''] = [textIn(node, 'name'), textIn(node, 'title'), type, 'document'].filter(
    Boolean,
  )
  return [{ kind: 'document', url, name }]
}

function payloadOf(node: JsonObject): JsonObject {
  const payload = memberOf(node, 'payload')
  return isObject(payload) ? payload : {}
}

/** An address of an object that is itself tapped: `info` of a page, an item of a carousel. */
function leadOf(node: JsonObject): readonly Option[] {
  const label = textIn(node, 'title') || textIn(node, 'text') || textIn(node, 'destinationName')
  const url = addressOf(node)
  return label === '' || url === '' || isImage(node)
    ? []
    : [{ label: oneLine(label), say: '', url }]
}

function addressOf(node: JsonObject): string {
  const action = [memberOf(node, 'openUrlAction'), memberOf(node, 'openUriAction')].find(isObject)
  const inside = action === undefined ? [] : [textIn(action, 'url'), textIn(action, 'uri')]
  const own = ['url', 'uri', 'link', 'actionLink', 'webUrl'].map((key) => textIn(node, key))
  return [...inside, ...own].map((one) => one.trim()).find(isAddress) ?? ''
}

/** Buttons: texts, or objects with a label and what tapping it does; rows of a keyboard are lists of them. */
function optionsIn(node: unknown, depth: number): readonly Option[] {
  if (depth > deepest) return []
  if (Array.isArray(node)) return node.flatMap((item) => optionsIn(item, depth + 1))
  if (!isObject(node)) {
    const label = oneLine(textOf(node))
    return label === '' ? [] : [{ label, say: '', url: '' }]
  }
  const inner = [memberOf(node, 'action'), memberOf(node, 'reply')].find(isObject)
  const list = memberOf(node, 'items') ?? memberOf(node, 'options')
  if (Array.isArray(list)) return optionsIn(list, depth + 1)
  return optionOf({ ...inner, ...node })
}

function optionOf(node: JsonObject): readonly Option[] {
  const written = ['label', 'title', 'text'].map((key) => memberOf(node, key))
  const [label = ''] = written
    .map((one) => oneLine(isObject(one) ? textIn(one, 'text') : textOf(one)))
    .concat(oneLine(textIn(node, 'name')))
    .filter((text) => text !== '')
  if (label === '') return []
  const sent = ['postback', 'callback_data', 'payload', 'data', 'value', 'message', 'text'].map(
    (key) => oneLine(textIn(node, key)),
  )
  const url = addressOf(node) || (sent.find(isAddress) ?? '')
  const say = sent.find((text) => text !== '') ?? ''
  return [{ label, say: url !== '' || say === label ? '' : say, url }]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
