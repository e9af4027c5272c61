import type { AgentEntity, AgentValue } from './agent.ts'
import { flagIn, isObject, memberOf, objectsIn, textIn, textsIn } from './json.ts'
import type { JsonObject } from './json.ts'

/** Whether the JSON of a file in `entities/` is an entity at all. */
export function isEntity(json: unknown): json is JsonObject {
  if (!isObject(json)) return false
  return ['isOverridable', 'isEnum', 'automatedExpansion', 'entries', 'isRegexp'].some((key) =>
    Object.hasOwn(json, key),
  )
}

/** Reads an entity; `entries` are the lists of its values, one for each language. */
export function readEntity(
  json: JsonObject,
  file: string,
  entries: readonly unknown[],
): AgentEntity {
  const inline = memberOf(json, 'entries')
  const values = [inline, ...entries].flatMap(valuesOf)
  const isList = flagIn(json, 'isEnum') || values.some(({ value }) => reference.test(value))
  const list = isList ? 'list' : 'map'
  return {
    name: textIn(json, 'name').trim() || (file.split('/').at(-1) ?? '').replace(/\.json$/i, ''),
    file,
    kind: flagIn(json, 'isRegexp') ? 'regexp' : list,
    values: united(values),
    open: flagIn(json, 'automatedExpansion'),
    fuzzy: flagIn(json, 'allowFuzzyExtraction'),
  }
}

/** `@size:size`: a value made of other entities. */
const reference = /(?:^|\s)@[\p{L}\p{N}_.-]+:[\p{L}\p{N}_-]+/u

function valuesOf(entries: unknown): readonly AgentValue[] {
  return objectsIn({ entries }, 'entries').flatMap((entry) => {
    const value = textIn(entry, 'value').replaceAll(/\s+/g, ' ').trim()
    const synonyms = textsIn(entry, 'synonyms').map((one) => one.replaceAll(/\s+/g, ' ').trim())
    const [name = ''] = value === '' ? synonyms : [value]
    return name === '' ? [] : [{ value: name, synonyms }]
  })
}

/** The same value in two languages is one, with the words of both. */
function united(values: readonly AgentValue[]): readonly AgentValue[] {
  const all = new Map<string, Set<string>>()
  for (const { value, synonyms } of values) {
    const known = all.get(value) ?? new Set()
    for (const synonym of synonyms) if (synonym !== value) known.add(synonym)
    all.set(value, known)
  }
  return [...all].map(([value, synonyms]) => ({ value, synonyms: [...synonyms] }))
}
