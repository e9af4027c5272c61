import type { Decision, Identity, Person, Result, Session, Values } from '../../model/index.ts'
import type { Known } from '../definitions.ts'
import type { Talk } from '../talk.ts'
import { sayInPassing } from './asking.ts'
import { fail, lockedFor } from './attempts.ts'
import { type Errand, waitFor } from './errand.ts'
import { say } from './say.ts'

/** The name of the look-up that checks a proof. */
const proof = 'proof'

/**
 * Who is asking, where the intent must know: null when that is settled. `go` goes on with the errand once it is.
 * An unknown number and a wrong date take the same queries and get the same words.
 */
export function verify(
  errand: Errand,
  talk: Talk,
  go: (errand: Errand, talk: Talk) => Decision,
): Decision | null {
  const wanted = errand.intent.identity
  if (wanted === null) return null
  // Anybody could have named such a conversation.
  if (talk.message.anonymous) return sayInPassing('no-proof-here', talk)
  const identity = talk.desk.identity.get(wanted)
  const known = talk.session.person
  if (known?.identity === wanted) {
    return isSomebodyElse(errand.given, known, identity) ? alreadySignedIn(known, talk) : null
  }
  if (identity === undefined || identity.proofs.length === 0) return sayInPassing('failed', talk)
  if (lockedFor(talk.session.attempts, talk.facts) > 0) return locked(talk)
  const missing = identity.proofs.find(({ column }) => (errand.given[column] ?? '') === '')
  if (missing !== undefined) return askFor(missing.column, identity, errand, talk)
  const found = talk.facts.found[proof]
  if (found === undefined) {
    const queries = { [proof]: talk.desk.prove(identity, errand.given) }
    return { move: { kind: 'look-up', queries }, session: talk.session }
  }
  const person = personIn(found, identity)
  return person === null ? notProven(identity, errand, talk) : proven(person, errand, talk, go)
}

/** Whether a number other than the person's own was said: their own rows would answer a question not asked. */
function isSomebodyElse(given: Values, person: Person, identity: Identity | undefined): boolean {
  const said = given[identity?.key ?? ''] ?? null
  return said !== null && bare(String(said)) !== bare(person.key)
}

/** Without what may be written differently: capitals, spaces, dashes. */
function bare(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function alreadySignedIn(person: Person, talk: Talk): Decision {
  return sayInPassing('signed-in-as', talk, { values: { name: person.name ?? person.key } })
}

function askFor(column: string, identity: Identity, errand: Errand, talk: Talk): Decision {
  return {
    move: { kind: 'verify', identity: identity.name, column, again: false },
    session: waitFor(column, errand, talk.session, identity.name),
  }
}

/** The one person the proof found: the key as the table has it, not as it was typed. */
function personIn({ rows }: Result, identity: Identity): Person | null {
  const [row, another] = rows
  const key = row?.[0] ?? null
  if (key === null || another !== undefined) return null
  const name = row?.[1] ?? null
  const person = { identity: identity.name, key: String(key) }
  return name === null ? person : { ...person, name: String(name) }
}

function proven(
  person: Person,
  errand: Errand,
  talk: Talk,
  go: (errand: Errand, talk: Talk) => Decision,
): Decision {
  const session = { ...forgetPrivate(talk.session, talk.desk), person }
  const next = go({ ...errand, given: {}, misses: 0 }, { ...talk, session })
  const values = { name: person.name ?? '' }
  return { ...next, move: say('proven', { values, then: next.move }) }
}

function notProven(identity: Identity, errand: Errand, talk: Talk): Decision {
  const attempts = fail(talk.session.attempts, identity, talk.facts)
  const counted = { ...talk, session: { ...talk.session, attempts } }
  if (lockedFor(attempts, talk.facts) > 0) return locked(counted)
  const [key] = identity.proofs
  if (key === undefined) return sayInPassing('failed', counted)
  const next = askFor(key.column, identity, { ...errand, given: {}, misses: 0 }, counted)
  return { ...next, move: say('not-proven', { then: next.move }) }
}

function locked(talk: Talk): Decision {
  const { attempts } = talk.session
  const values = { minutes: lockedFor(attempts, talk.facts), until: attempts.lockedUntil ?? null }
  return sayInPassing('locked', talk, { values })
}

/** The session without what intents of a proven person left in it. */
export function forgetPrivate(session: Session, desk: Known): Session {
  const isPrivate = (intent: string) => (desk.intent.get(intent)?.identity ?? null) !== null
  const { asking, last, ...rest } = session
  const keptAsking = asking !== undefined && !isPrivate(asking.intent) ? { asking } : {}
  const keptLast = last !== undefined && !isPrivate(last.intent) ? { last } : {}
  const privately = desk.intents.filter((intent) => intent.identity !== null)
  const contexts = new Set(privately.flatMap((intent) => Object.keys(intent.sets)))
  const slots = new Set(privately.flatMap((intent) => intent.remembers))
  const remembered = Object.entries(session.remembered).filter(([name]) => !slots.has(name))
  return {
    ...rest,
    ...keptAsking,
    ...keptLast,
    paused: session.paused.filter((one) => !isPrivate(one.intent)),
    contexts: session.contexts.filter((context) => !contexts.has(context.name)),
    remembered: Object.fromEntries(remembered),
    offered: [],
  }
}
