import type { Question, Understand, Understanding } from './model/index.ts'

/** Confidence below which a reading of the tables is not answered. */
const leastSure = 0.5

/** Confidence of an authored intent that no reading of the tables outdoes. */
const surelyAuthored = 0.5

/**
 * Understanding by intents and by tables side by side. An intent its owner wrote wins where both fit; everyday talk
 * gives way to a question that names something in the tables.
 */
export function withQuestions(
  hear: Understand,
  read: (text: string, before: string | undefined) => Question | null,
): Understand {
  const hearBoth: Understand = async (message, session, facts) => {
    const heard = await hear(message, session, facts)
    const { questioned, toldRows } = session
    if (questioned !== undefined && toldRows !== undefined && isMore(message.text)) {
      const again = read(questioned, undefined)
      if (again !== null) return asked({ ...again, told: toldRows }, heard)
    }
    const question = read(message.text, questioned)
    if (question !== null && isWorthAsking(question, heard))
      return { ...heard, rephrased: question.instead! }
    return question === null || !outdoes(question, heard) ? heard : asked(question, heard)
  }
  return (message, session, facts) => {
    const isTold = message.understood !== undefined || message.event !== undefined
    const hearAsIs = isTold || message.text.trim() === ''
    return hearAsIs ? hear(message, session, facts) : hearBoth(message, session, facts)
  }
}

/** Asks for the rows of the last answer that did not fit, in the languages every desk speaks. */
function isMore(text: string): boolean {
  return /^\s*(?:(?:show |tell |see )?(?:me )?(?:some )?more(?: please)?|next|the rest|aur(?: dikhao| batao)?|और(?: दिखाओ| दिखाएँ| बताओ)?|mehr|weiter|más|plus|suite|altro|mais)[\s.!?]*$/iu.test(
    text,
  )
}

/** Nothing an owner wrote fits, and a reading does if only a word is left out or one of two is chosen. */
function isWorthAsking({ confidence, instead = [] }: Question, heard: Understanding): boolean {
  if (instead.length === 0 || confidence >= leastSure) return false
  return heard.intent === null || (heard.intent.startsWith('frontdesk.') && heard.confidence < 0.9)
}

function outdoes({ confidence }: Question, { intent, confidence: sure }: Understanding): boolean {
  if (confidence < leastSure) return false
  if (intent === null) return true
  return intent.startsWith('frontdesk.') ? sure < 0.9 : sure < surelyAuthored && confidence > sure
}

function asked(question: Question, heard: Understanding): Understanding {
  return {
    ...heard,
    intent: null,
    question: question.query,
    reading: question,
    confidence: question.confidence,
  }
}
