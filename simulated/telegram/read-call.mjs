/** Reads what a call of the Bot API carries: JSON, or a form with the files that are uploaded. */
import { typesOf } from './documented.mjs'

/** @typedef {Record<string, unknown>} Params */
/** @typedef {{ name: string, type: string, bytes: Buffer }} Uploaded */
/** @typedef {{ params: Params, files: Map<string, Uploaded> }} Carried */

/**
 * The parameters of a call, and the files that came with it by the names that parameters call them: `attach://<name>`.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {string} method
 * @returns {Promise<Carried>}
 */
export async function readCall(request, method) {
  const chunks = []
  for await (const chunk of request) chunks.push(/** @type {Buffer} */ (chunk))
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { params: paramsIn(body.toString('utf8')), files: new Map() }
  /** @type {Carried} */
  const carried = { params: {}, files: new Map() }
  for (const { name, file, type: kind, bytes } of partsOf(body, type)) {
    if (file === undefined)
      carried.params[name] = valueOf(bytes.toString('utf8'), typesOf(method, name))
    else carried.files.set(name, { name: file, type: kind, bytes })
  }
  return carried
}

/**
 * The parts of a form: see RFC 7578. Node's own reader is stricter about spaces than that.
 *
 * @param {Buffer} body
 * @param {string} type
 */
function partsOf(body, type) {
  // Latin-1 has a character for every byte: nothing is lost on the way there and back.
  const bytesOf = (/** @type {string} */ text) => Buffer.from(text, 'latin1')
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? ''
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1)
  return parts.map((part) => {
    const end = part.indexOf('\r\n\r\n')
    const head = bytesOf(part.slice(0, end)).toString('utf8')
    return {
      name: /;\s*name="([^"]*)"/.exec(head)?.[1] ?? '',
      file: /;\s*filename="?([^"\r\n]*)/.exec(head)?.[1],
      type: /content-type:\s*([^\r\n]*)/i.exec(head)?.[1] ?? 'application/octet-stream',
      bytes: bytesOf(part.slice(end + 4)),
    }
  })
}

/**
 * What a text of a form stands for: everything but a text is JSON.
 *
 * @param {string} text
 * @param {readonly string[]} types
 * @returns {unknown}
 */
function valueOf(text, types) {
  if (types.includes('Integer') && /^-?\d+$/.test(text)) return Number(text)
  if (types.includes('String') || types.includes('InputFile')) return text
  return /** @type {unknown} */ (JSON.parse(text))
}

/** @param {string} json @returns {Params} */
function paramsIn(json) {
  return json === '' ? {} : /** @type {Params} */ (JSON.parse(json))
}

/**
 * The same parameters with every file that came along called by a name of its own.
 *
 * @template T
 * @param {T} value
 * @param {(file: string) => string | undefined} nameOf
 * @returns {T}
 */
export function withNames(value, nameOf) {
  const named = (/** @type {unknown} */ one) => withNames(one, nameOf)
  if (typeof value === 'string') {
    const file = /^attach:\/\/(.*)$/.exec(value)?.[1]
    return /** @type {T} */ (file === undefined ? value : (nameOf(file) ?? value))
  }
  if (Array.isArray(value)) return /** @type {T} */ (value.map(named))
  if (typeof value !== 'object' || value === null) return value
  return /** @type {T} */ (
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, named(one)]))
  )
}
