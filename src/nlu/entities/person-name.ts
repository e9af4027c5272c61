import { foundValue } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const name = String.raw`\p{L}[\p{L}\p{M}.'’-]*(?:[^\S\n]\p{L}[\p{L}\p{M}.'’-]*){0,3}`
const said = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:my name is|my name's|my name’s|name is|call me|mera naam|मेरा नाम)\\s+(${name})`,
  'iu',
)
/** "I am" is followed by a name only when what follows is written like one, or is all that was said. */
const capital = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[^\S\n]\p{Lu}[\p{L}\p{M}.'’-]*){0,3}`
const presented = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:[Ii] am|[Ii]['’]?m|[Tt]his is|[Mm]ain)\\s+(${capital})`,
  'u',
)
const presentedAlone = new RegExp(
  `^\\s*(?:i am|i['’]?m)\\s+(\\p{L}[\\p{L}\\p{M}'’-]*)\\s*[.!]*$`,
  'iu',
)
const alone = new RegExp(`^\\s*(${name})\\s*[.!]*$`, 'u')

/** What ends a name, and what is none. */
const tail =
  /\s+(?:hai|hain|h|hoon|hu|है|हूँ|here|and|from|but|please|sir|madam|what|who|how|can|tell|i)(?:\s.*)?$/iu
const noName =
  /^(?:a|an|the|in|not|no|yes|so|very|from|at|on|good|fine|ok|okay|great|well|happy|sad|sorry|sure|ready|done|back|here|new|lost|confused|bored|hungry|tired|late|sick|interested|student|what|who|when|where|why|how|which|hi|hello|hey|thanks|thank|skip|help|cancel|stop|nothing|none|nahi|nahin|haan|\p{L}+ing)$/iu

/** What people are called, where they say so: "my name is Asha", "I am Asha Rao", or just "asha" when asked. */
export const recognisePersonName: Recognise = (text, { asked }) => {
  const patterns = [said, presented, presentedAlone, ...(asked === 'person-name' ? [alone] : [])]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const words = match?.[1]?.replace(tail, '').replace(/[.'’-]+$/u, '')
    if (!match || !words || noName.test(words.split(/\s/)[0]!)) continue
    const start = match.index + match[0].indexOf(match[1]!)
    return [foundValue('person-name', asWritten(words), words, start)]
  }
  return []
}

/** A name typed without capitals gets them. */
function asWritten(words: string): string {
  const isPlain = words === words.toLowerCase()
  return isPlain
    ? words.replaceAll(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : words
}
