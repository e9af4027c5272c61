import type { Answer, BlockTemplate, Language, Wording } from '../../../../model/index.ts'
import { plainText } from './plain-text.ts'

/** The messages of a response, and whether more has to be said than they can. */
export interface Said {
  readonly messages: readonly object[]
  /** Whether the answer is made from rows or conditions: the webhook says it. */
  readonly isPartial: boolean
}

/** What an answer says without its queries, in every language it is written in, as messages for all platforms. */
export function messagesOf({ queries, reply }: Answer, languages: readonly Language[]): Said {
  const said = reply.map((block) => messagesOfBlock(block, languages))
  const isPartial = queries.length > 0 || said.includes(null)
  return { messages: queries.length > 0 ? [] : said.flatMap((one) => one ?? []), isPartial }
}

function messagesOfBlock(
  block: BlockTemplate,
  languages: readonly Language[],
): readonly object[] | null {
  const spoken = conditionOf(block.when)
  if (spoken === null) return null
  const told = languages.filter(spoken)
  switch (block.kind) {
    case 'text':
      return everyLanguage(told, (language) => textMessage(block.text, language))
    case 'image':
      return everyLanguage(told, (language) =>
        rich(language, {
          type: 'image',
          rawUrl: first(block.url, language),
          accessibilityText: first(block.alt, language),
        }),
      )
    case 'choices':
      return block.each === null
        ? everyLanguage(told, (language) =>
            rich(language, { type: 'chips', options: [chip(block, language)] }),
          )
        : null
    case 'cards':
    case 'document':
    case 'location':
    case 'table':
      return null
    default:
      return block satisfies never
  }
}

/** Which languages a block is for; null for a condition that no message can have. */
function conditionOf(when: string | null): ((language: Language) => boolean) | null {
  if (when === null) return () => true
  const only = /^spoken == "([^"]+)"$/.exec(when)?.[1]
  if (only !== undefined) return (language) => language === only
  const others = [...when.matchAll(/spoken != "([^"]+)"/g)].map(([, language]) => language)
  const isPlain = others.map((language) => `spoken != "${language}"`).join(' and ') === when
  return isPlain ? (language) => !others.includes(language) : null
}

function everyLanguage(
  languages: readonly Language[],
  tell: (language: Language) => object | null | undefined,
): readonly object[] | null {
  const told = languages.map(tell)
  return told.includes(null) ? null : told.flatMap((one) => one ?? [])
}

/** Null for a template that is more than its parameters, undefined for a language that says nothing here. */
function textMessage(wording: Wording, language: Language): object | null | undefined {
  const texts = (wording[language] ?? []).map(plainText)
  if (texts.length === 0) return undefined
  const speech = texts.filter((text) => text !== null)
  return speech.length < texts.length
    ? null
    : { type: '0', title: '', textToSpeech: '', lang: tag(language), speech, condition: '' }
}

function rich(
  language: Language,
  item: Readonly<Record<string, unknown>>,
): object | null | undefined {
  const values = [item['rawUrl'], item['options']].flat()
  if (values.includes(undefined)) return undefined
  if (values.includes(null)) return null
  return {
    type: '4',
    title: '',
    payload: { richContent: [[item]] },
    textToSpeech: '',
    lang: tag(language),
    condition: '',
  }
}

function chip(
  { label, url, say }: Extract<BlockTemplate, { kind: 'choices' }>,
  language: Language,
): object | null | undefined {
  const text = first(label, language)
  if (text === undefined || text === null) return text
  const link = first(url, language)
  const postback = first(say, language)
  if (link) return { text, link }
  return postback && postback !== text ? { text, value: postback } : { text }
}

/** The first variant in a language; undefined for none, null for one that is more than its parameters. */
function first(wording: Wording, language: Language): string | null | undefined {
  const [template] = wording[language] ?? []
  return template === undefined ? undefined : plainText(template)
}

function tag(language: Language): string {
  return language.toLowerCase()
}
