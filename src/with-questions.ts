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
    const question = read(message.text, session.questioned)
    return question === null || !outdoes(question, heard) ? heard : asked(question, heard)
  }
  return (message, session, facts) => {
    const isTold = message.understood !== undefined || message.event !== undefined
    const hearAsIs = isTold || message.text.trim() === ''
    return hearAsIs ? hear(message, session, facts) : hearBoth(message, session, facts)
  }
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
