import type { Session } from './session.ts'
import type { Turn } from './turn.ts'
import type { Entity, Understanding, UnderstoodPart } from './understanding.ts'
import type { Value } from './value.ts'

/**
 * The turn as it may be kept and logged: what a visitor typed to prove who they are has its digits masked, and what
 * queries found is left out (a private row is told, not kept). `before` is the session the turn began with.
 */
export function redactProof(turn: Turn, before: Session): Turn {
  const queries = turn.queries.map((asked) => ({
    ...asked,
    parameters: [],
    result: { ...asked.result, columns: [], rows: [] },
  }))
  if (!isProof(turn, before)) return { ...turn, queries }
  return {
    ...turn,
    queries,
    message: { ...turn.message, text: maskDigits(turn.message.text) },
    understanding: maskedIn(turn.understanding),
    ...(turn.parts === undefined ? {} : { parts: turn.parts.map(maskedPart) }),
  }
}

function maskedPart<Part extends UnderstoodPart>(part: Part): Part {
  return {
    ...part,
    text: maskDigits(part.text),
    understanding: maskedIn(part.understanding),
  }
}

function maskedIn({ parts, ...rest }: Understanding): Understanding {
  return {
    ...rest,
    entities: rest.entities.map(masked),
    ...(parts === undefined ? {} : { parts: parts.map(maskedPart) }),
  }
}

/** Replaces every digit, of any script, by a bullet. */
export function maskDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, '•')
}

/** What a visitor wrote without what may be personal: digits and e-mail addresses are masked. */
export function maskPersonal(text: string): string {
  return maskDigits(text.replaceAll(/\S+@\S+/g, '•@•'))
}

/** Whether something in a text was masked. */
export function isMasked(text: string): boolean {
  return text.includes('•')
}

function isProof(turn: Turn, before: Session): boolean {
  const proving = before.asking?.proving ?? turn.session.asking?.proving
  const { attempts, person } = turn.session
  return (
    proving !== undefined ||
    // A turn that failed may have been about to prove: what was said to it looks like any other.
    turn.error !== null ||
    before.person?.key !== person?.key ||
    before.attempts.failures !== attempts.failures
  )
}

function masked(entity: Entity): Entity {
  return {
    ...entity,
    text: maskDigits(entity.text),
    value: mask(entity.value),
    alternatives: entity.alternatives.map(mask),
  }
}

function mask(value: Value): Value {
  return value === null || typeof value === 'boolean' ? value : maskDigits(String(value))
}
