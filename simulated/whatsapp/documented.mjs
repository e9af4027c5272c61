/** What Meta documents of the messages one sends, as a judge: says what is wrong with one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {Record<string, unknown>} Members */
/** @typedef {{ id: string, title: string, description?: string }} Tapped */
/**
 * @typedef {object} Interactive
 * @property {string} type
 * @property {{ text: string }} [body]
 * @property {{ button?: string, buttons?: { reply: Tapped }[], sections?: { rows?: Tapped[] }[] }} action
 */
/**
 * @typedef {object} TemplateMessage
 * @property {string} name
 * @property {{ code: string }} language
 * @property {{ type: string, parameters?: { parameter_name?: string }[] }[]} [components]
 */
/**
 * The part of a message that is looked at beyond its schema.
 *
 * @typedef {Members & { type?: string, to?: string, recipient?: string, status?: string, message_id?: string, text?: { body: string }, interactive?: Interactive, template?: TemplateMessage }} Message
 */
/**
 * A part of JSON Schema, as `make-cloud-api.mjs` writes it.
 *
 * @typedef {object} Schema
 * @property {string} [type]
 * @property {string[]} [required]
 * @property {Record<string, Schema>} [properties]
 * @property {false} [additionalProperties]
 * @property {Schema} [items]
 * @property {Schema[]} [oneOf]
 * @property {unknown[]} [enum]
 * @property {number} [maxLength]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 */

const api =
  /** @type {{ messages: Record<string, Schema>, read: Schema, inbound: Record<string, Members>, outbound: Record<string, Message> }} */ (
    JSON.parse(readFileSync(join(import.meta.dirname, 'cloud-api.json'), 'utf8'))
  )

/** Calls Meta makes, and messages it takes, by what it calls them. */
export const samples = { inbound: api.inbound, outbound: api.outbound }

/**
 * @param {Message} message
 * @returns {string[]} what is wrong, each with its path; none when all is as documented
 */
export function wrongWithMessage(message) {
  if (message.status !== undefined) return wrongWith(api.read, message, 'read')
  const type = String(message.type)
  const schema = api.messages[type]
  if (schema === undefined) return [`type "${type}" is not documented`]
  const wrong = wrongWith(schema, message, type)
  return wrong.length > 0 ? wrong : [...wrongAddress(message), ...wrongByRule(message)]
}

/** @param {Message} message */
function wrongAddress({ to, recipient }) {
  if (to === undefined && recipient === undefined) return ['to is missing']
  // Two letters and a dot before it: see the reference of business-scoped user ids.
  if (recipient !== undefined && !/^[A-Z]{2}\.(ENT\.)?\w{1,128}$/.test(recipient))
    return ['recipient is no user id']
  return []
}

/** What can be tapped in a message. @param {Interactive | undefined} interactive @returns {Tapped[]} */
export function tappedIn(interactive) {
  const { buttons = [], sections = [] } = interactive?.action ?? {}
  return [...buttons.map(({ reply }) => reply), ...sections.flatMap(({ rows = [] }) => rows)]
}

/** What is documented in words alone. @param {Message} message @returns {string[]} */
function wrongByRule({ text, interactive }) {
  if (text?.body.trim() === '') return ['text.body is empty']
  if (interactive?.type !== 'button' && interactive?.type !== 'list') return []
  const { type, body, action } = interactive
  const tapped = tappedIn(interactive)
  const isList = type === 'list'
  return [
    ...(body === undefined || body.text.trim() === '' ? ['body.text is empty'] : []),
    ...(isList && tapped.length > 10 ? [`${tapped.length} rows: ten in all`] : []),
    ...(isList && tapped.length === 0 ? ['a list has rows'] : []),
    ...(isList && action.button?.trim() === '' ? ['action.button is empty'] : []),
    ...repeated(tapped.map(({ id }) => id)).map((id) => `the id "${id}" is there twice`),
    ...(isList ? [] : repeated(tapped.map(({ title }) => title))).map(
      (title) => `the title "${title}" is there twice`,
    ),
    ...tapped.flatMap(({ id, title }) => [
      ...(title.trim() === '' || title.includes('\n') ? ['a title is empty or of two lines'] : []),
      ...(id.trim() === '' || id !== id.trim() ? [`the id "${id}" has space around it`] : []),
    ]),
  ]
}

/** @param {string[]} names */
function repeated(names) {
  return names.filter((name, i) => names.indexOf(name) !== i)
}

/**
 * @param {Schema} schema
 * @param {unknown} value
 * @param {string} path
 * @returns {string[]}
 */
function wrongWith(schema, value, path) {
  const { oneOf, enum: allowed, maxLength, ...rest } = schema
  if (rest.type !== undefined && typeOf(value) !== rest.type) return [`${path} is no ${rest.type}`]
  if (allowed !== undefined && !allowed.includes(value))
    return [`${path} is "${String(value)}", not one of ${allowed.join(', ')}`]
  const long = typeof value === 'string' && value.length > (maxLength ?? Infinity)
  return [
    ...(long ? [`${path} has ${value.length} characters, ${maxLength} may be`] : []),
    ...(Array.isArray(value) ? wrongItems(rest, value, path) : []),
    ...(typeOf(value) === 'object' ? wrongMembers(rest, /** @type {Members} */ (value), path) : []),
    ...(oneOf === undefined ? [] : wrongWithEach(oneOf, value, path)),
  ]
}

/** @param {unknown} value */
function typeOf(value) {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

/** @param {Schema} schema @param {unknown[]} value @param {string} path @returns {string[]} */
function wrongItems({ items, minItems = 0, maxItems = Infinity }, value, path) {
  const { length } = value
  return [
    ...(length < minItems || length > maxItems ? [`${path} has ${length} items`] : []),
    ...(items === undefined
      ? []
      : value.flatMap((each, i) => wrongWith(items, each, `${path}.${i}`))),
  ]
}

/** @param {Schema} schema @param {Members} value @param {string} path @returns {string[]} */
function wrongMembers({ required = [], properties = {}, additionalProperties }, value, path) {
  const names = Object.keys(value)
  const strange = names.filter((name) => !Object.hasOwn(properties, name))
  return [
    ...required
      .filter((name) => value[name] === undefined)
      .map((name) => `${path}.${name} is missing`),
    ...(additionalProperties === false
      ? strange.map((name) => `${path}.${name} is not documented`)
      : []),
    ...names.flatMap((name) => {
      const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
      return schema === undefined ? [] : wrongWith(schema, value[name], `${path}.${name}`)
    }),
  ]
}

/** @param {Schema[]} forms one of which must fit @param {unknown} value @param {string} path */
function wrongWithEach(forms, value, path) {
  const wrong = forms.map((form) => wrongWith(form, value, path))
  if (wrong.some((some) => some.length === 0)) return []
  return wrong.toSorted((a, b) => a.length - b.length)[0] ?? []
}
