import type { AgentPhrase, PhrasePart } from './agent.ts'
import { flagIn, isObject, memberOf, objectsIn, textIn, textOf } from './json.ts'
import type { JsonObject } from './json.ts'
import { languageTag } from './language-tag.ts'

/** Reads a list of training phrases; `language` is that of the file. */
export function readPhrases(json: unknown, language: string): readonly AgentPhrase[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : []
  return list.flatMap((item) => {
    if (typeof item === 'string') return phrase([plainPart(item)], language)
    return isObject(item) ? phrase(partsOf(item), languageOf(item, language)) : []
  })
}

function languageOf(item: JsonObject, language: string): string {
  return languageTag(textIn(item, 'lang')) ?? language
}

function phrase(parts: readonly PhrasePart[], language: string): readonly AgentPhrase[] {
  const isEmpty = parts.every(({ text }) => text.trim() === '')
  return isEmpty ? [] : [{ language, parts }]
}

function partsOf(item: JsonObject): readonly PhrasePart[] {
  const data = memberOf(item, 'data')
  if (typeof data === 'string') return templateParts(data)
  const parts = objectsIn(item, 'data').map(part)
  return flagIn(item, 'isTemplate')
    ? parts.flatMap((one) => (one.alias === '' ? templateParts(one.text) : [one]))
    : parts
}

function part(json: JsonObject): PhrasePart {
  const text = textIn(json, 'text').replaceAll(/\s+/g, ' ')
  const entity = textIn(json, 'meta').trim().replace(/^@/, '')
  // What the owner marked to be passed over is part of the sentence.
  return entity === 'sys.ignore'
    ? plainPart(text)
    : { text, alias: textIn(json, 'alias').trim(), entity }
}

function plainPart(text: string): PhrasePart {
  return { text: textOf(text).replaceAll(/\s+/g, ' '), alias: '', entity: '' }
}

/** `@course:subject fees`: a part with an entity and no text stands for any of its values. */
function templateParts(text: string): readonly PhrasePart[] {
  const pattern = /@([\p{L}\p{N}_.-]*[\p{L}\p{N}_-])(?::([\p{L}\p{N}_.-]*[\p{L}\p{N}_-]))?/gu
  const parts: PhrasePart[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [all, entity = '', alias = entity.replace(/^sys\./, '')] = match
    parts.push(plainPart(text.slice(end, match.index)), { text: '', alias, entity })
    end = match.index + all.length
  }
  return [...parts, plainPart(text.slice(end))].filter((one) => one.text !== '' || one.alias !== '')
}
