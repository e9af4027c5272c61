import { wordsOf } from '../util/index.ts'

/** Where one question may end and the next begin: at the end of a sentence, and at a word that joins two. */
const between =
  /\s*[?!;।\n]+\s*(?:(?:and|also|aur|और)\s+)?|[,.]?\s+(?:and\s+also|and|also|plus|aur|और|तथा)\s+|,\s+/giu

/** Words by which something is asked, in English, Hindi and Hindi in Latin letters. */
const asking = new Set(
  `who whom whose what what's when where which why how is are was were do does did can could will would should may
  tell show list give find explain send
  kaun kon kya kab kahan kaha kidhar kyun kyu kaise kaisa kaisi kitna kitni kitne kaunsa kaunsi konsa konsi batao bataiye dikhao
  कौन क्या कब कहाँ कहां किधर क्यों कैसे कैसा कैसी कितना कितनी कितने कौनसा कौनसी किस बताओ बताइए बताइये दिखाओ`
    .trim()
    .split(/\s+/)
    .flatMap((word) => wordsOf(word)),
)

/** Who asks more in one message asks nothing clearly. */
const mostQuestions = 3

/** A question has a word it asks by, and something it is about. */
const fewestWords = 2

/**
 * The questions a text may be made of: two or three pieces that each ask something on their own; a piece that does not
 * belongs to the one before it. Null where it is one.
 */
export function questionsApart(text: string): readonly string[] | null {
  const pieces: string[] = []
  let start = 0
  for (const { at, next } of [...joints(text), { at: text.length, next: text.length }]) {
    if (!asks(text.slice(start, at)) || (at < text.length && !asksSoon(text.slice(next)))) continue
    pieces.push(text.slice(start, at).trim())
    start = next
  }
  const rest = text.slice(start).trim()
  if (wordsOf(rest).length > 0) return null
  return pieces.length > 1 && pieces.length <= mostQuestions ? pieces : null
}

function joints(text: string): readonly { readonly at: number; readonly next: number }[] {
  return Array.from(text.matchAll(between), ({ 0: joint, index }) => ({
    at: index,
    next: index + joint.length,
  }))
}

function asks(text: string): boolean {
  const words = wordsOf(text)
  return words.length >= fewestWords && words.some((word) => asking.has(word))
}

/** Whether what comes before the next joint asks something: else it goes with what stands before it. */
function asksSoon(text: string): boolean {
  const [joint] = joints(text)
  return asks(text.slice(0, joint?.at ?? text.length))
}
