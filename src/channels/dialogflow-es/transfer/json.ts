/** A JSON object whose members are anybody's. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member, or undefined; `__proto__` and the like are members only where they were written. */
export function memberOf(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** The text of a member; numbers and flags as text, anything else empty. */
export function textIn(object: JsonObject, key: string): string {
  return textOf(memberOf(object, key))
}

/** A value as text, fit to be kept: no control characters but line breaks, no half characters. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return ''
  return value
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/(?![\n\t])\p{Cc}|[\uFEFF\uE000]/gu, '')
}

/** The texts of a member: a list of them, or one alone; empty ones left out. */
export function textsIn(object: JsonObject, key: string): readonly string[] {
  const value = memberOf(object, key)
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map(textOf).filter((text) => text.trim() !== '')
}

/** The objects of a member that is a list; one alone counts as a list of one. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = memberOf(object, key)
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter(isObject)
}

/** The object of a member; empty when it is none. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = memberOf(object, key)
  return isObject(value) ? value : {}
}

/** Whether a member says yes. */
export function flagIn(object: JsonObject, key: string): boolean {
  const value = memberOf(object, key)
  return value === true || value === 'true'
}

/** The number of a member, also one written as text; null for none. */
export function numberIn(object: JsonObject, key: string): number | null {
  const value = memberOf(object, key)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
