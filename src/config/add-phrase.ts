import { isMap, isScalar, isSeq, parseAllDocuments, stringify } from 'yaml'
import type { Document, YAMLMap, YAMLSeq } from 'yaml'
import type { Language } from '../model/index.ts'

/**
 * The text of a file of intents with one more phrase for an intent, everything else as its owner wrote it. Null when
 * the file does not declare the intent, or has no phrases of its language to put it after.
 */
export function addPhrase(
  text: string,
  intent: string,
  phrase: string,
  language: Language,
): string | null {
  const documents = parseAllDocuments(text) as Document.Parsed[]
  const declared = documents.map(mapOf).find((map) => map?.get('intent') === intent)
  const phrases = declared === undefined ? null : phrasesOf(declared, language)
  const last = phrases?.items.at(-1)
  const range = isScalar(last) ? last.range : undefined
  if (!range || phrases === null) return null
  const quoted = stringify(phrase, { lineWidth: 0, collectionStyle: 'flow' }).trim()
  if (phrases.flow === true) return insert(text, range[1], `, ${JSON.stringify(phrase)}`)
  return insert(text, endOfLine(text, range[1]), `\n${dashBefore(text, range[0])}${quoted}`)
}

function mapOf(document: Document.Parsed): YAMLMap | undefined {
  return isMap(document.contents) ? document.contents : undefined
}

/** The list of phrases, or that of the language where there is one per language. */
function phrasesOf(intent: YAMLMap, language: Language): YAMLSeq | null {
  const phrases = intent.get('phrases')
  if (isSeq(phrases)) return phrases
  const ofLanguage = isMap(phrases) ? phrases.get(language) : null
  return isSeq(ofLanguage) ? ofLanguage : null
}

/** What stands before an item on its line: its indentation and the dash. */
function dashBefore(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at)
}
