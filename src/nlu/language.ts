import type { Language } from '../model/index.ts'
import type { TellLanguage } from './language-by-words.ts'

/** A script, and the languages written in it. */
interface Script {
  readonly letters: RegExp
  readonly languages: readonly Language[]
}

const latin: Script = { letters: /\p{Script=Latin}/gu, languages: [] }

/** Languages by the script they are written in; a desk speaks one or two of each. */
const scripts: readonly Script[] = [
  { letters: /\p{Script=Devanagari}/gu, languages: ['hi', 'mr', 'ne', 'sa'] },
  { letters: /\p{Script=Bengali}/gu, languages: ['bn', 'as'] },
  { letters: /\p{Script=Gurmukhi}/gu, languages: ['pa'] },
  { letters: /\p{Script=Gujarati}/gu, languages: ['gu'] },
  { letters: /\p{Script=Oriya}/gu, languages: ['or'] },
  { letters: /\p{Script=Tamil}/gu, languages: ['ta'] },
  { letters: /\p{Script=Telugu}/gu, languages: ['te'] },
  { letters: /\p{Script=Kannada}/gu, languages: ['kn'] },
  { letters: /\p{Script=Malayalam}/gu, languages: ['ml'] },
  { letters: /\p{Script=Arabic}/gu, languages: ['ur', 'ar', 'fa'] },
  { letters: /\p{Script=Cyrillic}/gu, languages: ['ru', 'uk', 'bg'] },
  { letters: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu, languages: ['ja', 'zh'] },
  latin,
]

const beyondAscii = /[\u0080-\uFFFF]/

/**
 * The language to answer in: by the script of most letters where a script tells, else what the channel claims, else
 * the language of the conversation, else the desk's own. Hindi in Latin letters counts as the desk's own language,
 * because that is the script its writer reads. Of several languages of one script, `tell` tells by the words.
 *
 * @param spoken the languages of the desk, its own first
 */
export function languageOf(
  text: string,
  spoken: readonly Language[],
  { claimed, before, tell }: LanguageClues,
): Language {
  const script = beyondAscii.test(text) ? mostWritten(text) : /[a-z]/i.test(text) ? latin : null
  const [own = 'en'] = spoken
  const isSpoken = (language: Language) => spoken.includes(language)
  const written = spoken.filter((language) => script !== null && isWrittenIn(language, script))
  const told = written.length > 1 ? tell(text, written) : undefined
  if (told !== undefined) return told
  if (script !== latin && written[0] !== undefined) return written[0]
  const claim = [claimed, claimed?.split('-')[0]].find((tag) => tag !== undefined && isSpoken(tag))
  if (claim !== undefined) return claim
  return script === null && before !== undefined ? before : own
}

/** What tells of the language besides the letters. */
export interface LanguageClues {
  /** What the channel claims. */
  readonly claimed: Language | undefined
  /** The language of the conversation. */
  readonly before: Language | undefined
  readonly tell: TellLanguage
}

/** A language that no other script claims is written in Latin letters. */
function isWrittenIn(language: Language, { languages }: Script): boolean {
  const base = language.split('-')[0] ?? ''
  if (languages.length > 0) return languages.includes(base)
  return scripts.every((script) => !script.languages.includes(base))
}

/** The script of most letters; null where there are none. */
function mostWritten(text: string): Script | null {
  const [most] = scripts
    .map((script) => ({ script, count: text.match(script.letters)?.length ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
  return most !== undefined && most.count > 0 ? most.script : null
}
