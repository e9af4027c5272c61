/** What Telegram documents of itself, as a judge: says what is wrong with the parameters of a call or with a value. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ name: string, types: string[], required: boolean, length?: string }} Field */
/** @typedef {{ fields: Field[], subtypes?: string[] }} Shape */
/** @typedef {Record<string, unknown>} Members */

const api = /** @type {{ methods: Record<string, Shape>, types: Record<string, Shape> }} */ (
  JSON.parse(readFileSync(join(import.meta.dirname, 'bot-api.json'), 'utf8'))
)

/** @param {string} method */
export function isDocumented(method) {
  return Object.hasOwn(api.methods, method)
}

/**
 * @param {string} method
 * @param {string} name of a parameter
 */
export function typesOf(method, name) {
  return api.methods[method]?.fields.find((field) => field.name === name)?.types ?? ['String']
}

/**
 * @param {string} method
 * @param {unknown} params
 * @returns {string[]} what is wrong, each with its path; none when all is as documented
 */
export function wrongWithCall(method, params) {
  return wrongMembers(api.methods[method]?.fields ?? [], params, method)
}

/**
 * @param {string} type such as `Update`
 * @param {unknown} value
 * @param {string} path
 * @returns {string[]}
 */
export function wrongWith(type, value, path = type) {
  const item = /^Array of (.*)$/.exec(type)?.[1]
  if (item !== undefined)
    return Array.isArray(value)
      ? value.flatMap((each, i) => wrongWith(item, each, `${path}.${i}`))
      : [`${path} is no array`]
  if (type in simple) return simple[type]?.(value) === true ? [] : [`${path} is no ${type}`]
  const shape = api.types[type]
  if (shape === undefined) return [`${path} is of type ${type}, which is not documented`]
  return shape.subtypes === undefined
    ? wrongMembers(shape.fields, value, path)
    : wrongWithAll(shape.subtypes, value, path)
}

/** @type {Record<string, (value: unknown) => boolean>} */
const simple = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  // A text: its address, the name Telegram gave it, or the part of the form that holds it.
  InputFile: (value) => typeof value === 'string',
}

/**
 * @param {readonly string[]} types one of which must fit
 * @param {unknown} value
 * @param {string} path
 */
function wrongWithAll(types, value, path) {
  const wrong = types.map((type) => wrongWith(type, value, path))
  return wrong.find((some) => some.length === 0) ?? wrong[0] ?? []
}

/**
 * @param {readonly Field[]} fields
 * @param {unknown} value
 * @param {string} path
 */
function wrongMembers(fields, value, path) {
  if (typeof value !== 'object' || value === null) return [`${path} is no object`]
  const members = /** @type {Members} */ (value)
  const known = new Set(fields.map(({ name }) => name))
  const strange = Object.keys(members).filter((name) => !known.has(name))
  return [
    ...strange.map((name) => `${path}.${name} is not documented`),
    ...fields.flatMap((field) => wrongMember(field, members[field.name], `${path}.${field.name}`)),
  ]
}

/**
 * @param {Field} field
 * @param {unknown} value
 * @param {string} path
 */
function wrongMember({ types, required, length }, value, path) {
  if (value === undefined) return required ? [`${path} is missing`] : []
  const wrong = wrongWithAll(types, value, path)
  return wrong.length > 0 || length === undefined ? wrong : wrongLength(length, value, path)
}

/**
 * @param {string} length such as `1-4096 characters`
 * @param {unknown} value
 * @param {string} path
 */
function wrongLength(length, value, path) {
  if (typeof value !== 'string') return []
  const [, least, most, unit] = /(\d+)-(\d+) (\w+)/.exec(length) ?? []
  const size = unit === 'bytes' ? Buffer.byteLength(value) : value.trim().length
  return size < Number(least) || value.length > Number(most) ? [`${path} is not of ${length}`] : []
}
