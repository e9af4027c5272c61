import {
  type Decide,
  type Facts,
  type Intent,
  type Message,
  type Session,
  type Understanding,
  variantsIn,
  type Wording,
} from '../model/index.ts'
import { adopt, age, areAlive } from './contexts.ts'
import type { Known } from './definitions.ts'
import { contentOf, wordsOf } from './words.ts'

/** One turn, as every rule of the dialogue sees it. */
export interface Talk {
  readonly desk: Known
  readonly message: Message
  readonly understanding: Understanding
  readonly facts: Facts
  /** The session as the turn began: what rules read. */
  readonly before: Session
  /** The session as it becomes: what rules build on. */
  readonly session: Session
}

/** Begins the turn: contexts age, those a platform keeps are adopted, the language is noticed. */
export function listen(desk: Known, ...[message, known, understanding, facts]: Heard): Talk {
  const session = message.anonymous ? nobodys(known) : known
  const theirs = message.understood?.contexts ?? []
  const language = languageOf(message, session, understanding)
  const contexts = adopt(session.contexts, theirs)
  return {
    desk,
    message,
    understanding,
    facts,
    before: contexts === session.contexts ? session : { ...session, contexts },
    session: {
      ...session,
      ...(language === undefined ? {} : { language }),
      contexts: adopt(age(session.contexts), theirs),
      offered: [],
    },
  }
}

/** What a turn is decided on: the message, the session, the understanding and the facts. */
type Heard = Parameters<Decide>

/** Anybody could have named such a conversation, so nobody counts as proven in it. */
function nobodys(session: Session): Session {
  if (session.person === undefined) return session
  const { person: _, ...anyone } = session
  return anyone
}

/** The intent the message is surely about, if its contexts are alive. */
export function sureIntent(talk: Talk): Intent | null {
  const intent = talk.desk.intent.get(talk.understanding.intent ?? '')
  return intent !== undefined && areAlive(intent.within, talk.before.contexts) ? intent : null
}

/** Confidence that needs no second opinion. */
const clear = 0.6

/** Whether the message is so surely understood that nothing else need be considered. */
export function isClear({ understanding }: Talk): boolean {
  return understanding.confidence >= clear
}

/** The first variant of a wording in the visitor's language: what a button is called. */
export function labelOf(wording: Wording, talk: Talk): string {
  const [own = 'en'] = talk.desk.languages
  return variantsIn(wording, talk.session.language ?? own, talk.desk.languages)[0] ?? ''
}

/** A number or a name alone tells nothing of the language, so the one spoken before stays. */
function languageOf(message: Message, session: Session, understanding: Understanding) {
  const before = session.language ?? message.language
  // Whatever the words tell, it is what was known: most messages need not be taken apart for it.
  if (understanding.language === before) return before
  const words = wordsOf(message.text, understanding.entities)
  const telling = contentOf(words).some((word) => !/\d/.test(word))
  if (telling || words.some(isNotLatin)) return understanding.language
  return before
}

/** Even a small word tells the language where its letters do. */
function isNotLatin(word: string): boolean {
  return /\p{L}/u.test(word) && !/\p{Script=Latin}/u.test(word)
}
