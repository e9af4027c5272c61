import type { Message, Session, Understand, Understanding, UnderstoodPart } from './model/index.ts'

/** A part is understood well from this confidence on, and from the lower one where no other intent comes near. */
const well = 0.5
const alone = 0.3
/** Another intent comes near with this share of the first one's confidence. */
const near = 0.5

/** Confidence of a whole message that is a phrase to the word: it is one question. */
const surelyOne = 1

/**
 * Understanding of messages that ask several things. Each part must be understood well, and as something else than the
 * others; a message that is itself read as a question over tables stays whole, for its "and" may join conditions.
 *
 * @param apart the questions a text may be made of, or null
 */
export function withParts(
  hear: Understand,
  apart: (text: string) => readonly string[] | null,
): Understand {
  return async (message, session, facts) => {
    const whole = await hear(message, session, facts)
    const texts = mayBeSeveral(message, session, whole) ? apart(message.text) : null
    if (texts === null) return whole
    const parts = await Promise.all(
      texts.map(async (text) => ({
        text,
        understanding: await hear({ ...message, text }, session, facts),
      })),
    )
    const [first] = parts
    if (first === undefined || !parts.every(isUnderstood) || !areSeveral(parts)) return whole
    return { ...first.understanding, entities: whole.entities, parts }
  }
}

function mayBeSeveral(message: Message, session: Session, whole: Understanding): boolean {
  if (message.understood !== undefined || message.event !== undefined) return false
  if (message.choice !== undefined || session.asking !== undefined) return false
  return whole.question === null && whole.confidence < surelyOne
}

function isUnderstood({ understanding }: UnderstoodPart): boolean {
  const { intent, question, confidence, candidates } = understanding
  if (question !== null) return confidence >= well
  if (intent === null || intent.startsWith('frontdesk.')) return false
  const second = candidates[1]?.confidence ?? 0
  return confidence >= well || (confidence >= alone && second < near * confidence)
}

/** Whether no two parts ask the same: another intent, another question, or the same intent of other values. */
function areSeveral(parts: readonly UnderstoodPart[]): boolean {
  const asked = parts.map(({ understanding: { intent, question, entities } }) => {
    const values = entities.map(({ entity, value }) => [entity, value])
    return { what: JSON.stringify(intent ?? question), of: JSON.stringify(values) }
  })
  return asked.every(({ what, of }, i) =>
    asked
      .filter((other, j) => j < i && other.what === what)
      .every((other) => of !== other.of && of !== '[]' && other.of !== '[]'),
  )
}
