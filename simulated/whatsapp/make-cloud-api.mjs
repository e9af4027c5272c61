/**
 * Writes `cloud-api.json`: what Meta documents of the messages one sends over the WhatsApp Cloud API, with its samples of
 * both directions, taken from its own OpenAPI (facebook/openapi, `business-messaging-api_v23.0.yaml`, MIT licence).
 *
 *     node simulated/whatsapp/make-cloud-api.mjs path/to/business-messaging-api_v23.0.yaml
 *
 * Meta's own samples break its schemas in places. What is put right here, and why, stands at each place.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** @typedef {import('./documented.mjs').Schema} Schema */
/** @typedef {Schema & { $ref?: string, allOf?: Written[], oneOf?: Written[], items?: Written, properties?: Record<string, Written> }} Written */
/** @typedef {Record<string, { value: unknown }>} Examples */
/** @typedef {{ post: { requestBody: { content: Record<string, { examples: Examples }> } } }} Path */

/** The kinds of message there are in both the schemas and the samples. */
const kinds = {
  text: 'TextMessage',
  image: 'ImageMessage',
  document: 'DocumentMessage',
  audio: 'AudioMessage',
  video: 'VideoMessage',
  sticker: 'StickerMessage',
  location: 'LocationMessage',
  contacts: 'ContactsMessage',
  reaction: 'ReactionMessage',
  interactive: 'InteractiveMessage',
  template: 'TemplateMessage',
}

const api =
  /** @type {{ components: { schemas: Record<string, Written> }, paths: Record<string, Path> }} */ (
    parse(readFileSync(process.argv[2] ?? '', 'utf8'))
  )
const { schemas } = api.components

const messages = Object.fromEntries(
  Object.entries(kinds).map(([kind, name]) => [kind, corrected(kind, flat(schemas[name]))]),
)
const mark = flat(schemas['MarkMessageRequestPayload'])
// Not in the schema, but in a sample.
const typing = { type: 'object', required: ['type'], properties: { type: { enum: ['text'] } } }
const read = {
  ...mark,
  properties: { ...mark.properties, typing_indicator: typing },
  additionalProperties: false,
}

const lines = (/** @type {Record<string, unknown>} */ entries) =>
  Object.entries(entries)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')
writeFileSync(
  join(import.meta.dirname, 'cloud-api.json'),
  `{"messages": {\n${lines(messages)}\n},\n"read": ${JSON.stringify(read)},\n` +
    `"inbound": {\n${lines(samplesOf('/whatsapp/webhooks'))}\n},\n` +
    `"outbound": {\n${lines(samplesOf('/{Version}/{Phone-Number-ID}/messages'))}\n}}\n`,
)

/** @param {string} path @returns {Record<string, unknown>} */
function samplesOf(path) {
  const examples = api.paths[path]?.post.requestBody.content['application/json']?.examples ?? {}
  return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]))
}

/**
 * A schema without references and without words. `allOf` becomes one object: with `additionalProperties: false` in one of
 * its parts, nothing could ever fit all of them.
 *
 * @param {Written | undefined} schema
 * @returns {Schema}
 */
function flat(schema = {}) {
  const { $ref, allOf, type, required, maxLength, minItems, maxItems } = schema
  if ($ref !== undefined) return flat(schemas[$ref.split('/').at(-1) ?? ''])
  if (allOf !== undefined) return together(allOf.map(flat))
  const { items, oneOf, properties, additionalProperties } = schema
  const all = {
    type,
    required,
    enum: schema.enum,
    maxLength,
    minItems,
    maxItems,
    additionalProperties: additionalProperties === false ? additionalProperties : undefined,
    items: items === undefined ? undefined : flat(items),
    oneOf: oneOf?.map(flat),
    properties:
      properties === undefined
        ? undefined
        : Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, flat(one)])),
  }
  return /** @type {Schema} */ (JSON.parse(JSON.stringify(all)))
}

/** @param {Schema[]} parts @returns {Schema} */
function together(parts) {
  return {
    type: 'object',
    required: [...new Set(parts.flatMap((part) => part.required ?? []))],
    properties: Object.fromEntries(parts.flatMap((part) => Object.entries(part.properties ?? {}))),
    additionalProperties: false,
  }
}

/** @param {string} kind @param {Schema} schema @returns {Schema} */
function corrected(kind, schema) {
  // Left out in samples, the type of recipient is an individual; who has no number is addressed by `recipient`.
  const optional = ['recipient_type', 'to']
  const required = (schema.required ?? []).filter((name) => !optional.includes(name))
  const properties = { ...schema.properties, recipient: { type: 'string' } }
  const own = properties[/** @type {keyof typeof properties} */ (kind)]
  return { ...schema, required, properties: { ...properties, [kind]: correctedContent(kind, own) } }
}

/** @param {string} kind @param {Schema} own @returns {Schema} */
function correctedContent(kind, own) {
  const { properties = {}, oneOf } = own
  switch (kind) {
    case 'text': {
      // Said in the reference, not in the schema.
      const body = { type: 'string', maxLength: 4096 }
      return { ...own, required: ['body'], properties: { ...properties, body } }
    }
    case 'location': {
      // Strings in the schema, numbers in its samples.
      const degrees = { type: 'number' }
      const place = { ...properties, latitude: degrees, longitude: degrees }
      return { ...own, required: ['latitude', 'longitude'], properties: place }
    }
    case 'image':
    case 'video':
    case 'document':
      return { ...own, oneOf: (oneOf ?? []).map((form) => withCaption(form, kind)) }
    case 'template': {
      // Newer samples leave the policy out, and there is one alone. Nothing fits the pattern of a button's index.
      const language = { ...properties['language'], required: ['code'] }
      const component = {
        type: 'object',
        required: ['type'],
        properties: { type: { type: 'string' } },
      }
      const components = { type: 'array', items: component }
      return { ...own, properties: { ...properties, language, components } }
    }
    default:
      return own
  }
}

/** Captions and names of files are in the samples alone. @param {Schema} form @param {string} kind @returns {Schema} */
function withCaption(form, kind) {
  const named = kind === 'document' ? { filename: { type: 'string' } } : {}
  const caption = { type: 'string', maxLength: 1024 }
  const properties = { ...form.properties, caption, ...named }
  return { ...form, properties, additionalProperties: false }
}
