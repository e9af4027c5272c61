import { foundValue } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const yes =
  'yes|yeah|yea|yep|yup|ya|y|sure|ok|okay|okey|of course|certainly|definitely|correct|right|true|please do|go ahead|haan ji|haan|han|ha|ji haan|ji|bilkul|theek hai|thik hai|hanji|हाँ|हां|जी हाँ|जी हां|जी|बिल्कुल|ठीक है'
const no =
  'no|nope|nah|n|not now|not really|no thanks|never|false|wrong|nahi|nahin|nhi|nai|na|mat|नहीं|नही|ना|मत'
const first = new RegExp(`^[^\\p{L}]*(?:(${yes})|(${no}))(?![\\p{L}\\p{M}])`, 'iu')

/** Unasked, more words than this are a question that happens to begin with "ok". */
const fewWords = 3

/** Yes or no, in English and Hindi, at the beginning of an answer. */
export const recogniseYesNo: Recognise = (text, { asked }) => {
  const match = first.exec(text)
  if (match === null) return []
  if (asked !== 'yes-no' && text.trim().split(/\s+/).length > fewWords) return []
  const words = (match[1] ?? match[2])!
  return [foundValue('yes-no', match[1] !== undefined, words, match[0].length - words.length)]
}
