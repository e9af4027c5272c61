import type { Entity, Identity, Proof, Value, Values } from '../../model/index.ts'
import type { Talk } from '../talk.ts'
import type { Filled } from './fill.ts'

/** Proofs found in a message, by column, and the entities they came from. */
interface ProofsSaid {
  readonly given: Values
  readonly used: readonly Entity[]
}

/** The proofs a reply gives: the one asked for, and others said with it. */
export function proofsSaid(identity: Identity, talk: Talk, asked: string): ProofsSaid {
  const proofs = identity.proofs.toSorted(
    (a, b) => Number(b.column === asked) - Number(a.column === asked),
  )
  const found = take(proofs, talk.understanding.entities)
  const free = identity.proofs.find(({ column, entity }) => column === asked && entity === 'text')
  const text = talk.message.text.trim()
  if (free === undefined || Object.hasOwn(found.given, asked) || text === '') return found
  return { ...found, given: { ...found.given, [asked]: text } }
}

/**
 * The proofs said together with the wish itself. Only with the key among them: a date alone is about the question, not
 * about who is asking. What fills a slot of the question proves nothing but the key.
 */
export function proofsVolunteered(identity: Identity, said: Filled, talk: Talk): Values {
  const [key] = identity.proofs
  if (key === undefined) return {}
  const { parameters } = talk.message.understood ?? { parameters: {} }
  const first = take([key], talk.understanding.entities)
  const spare = talk.understanding.entities.filter(
    (one) => !said.used.includes(one) && !first.used.includes(one),
  )
  const rest = take(identity.proofs.slice(1), spare)
  const given = { ...rest.given, ...first.given, ...named(identity, parameters) }
  return Object.hasOwn(given, key.column) ? given : {}
}

/** What a platform in front calls by the name of a proof's column. */
function named(identity: Identity, parameters: Values): Values {
  const columns = new Set(identity.proofs.map((proof) => proof.column))
  return Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => columns.has(name) && value !== null),
  )
}

function take(proofs: readonly Proof[], entities: readonly Entity[]): ProofsSaid {
  const used: Entity[] = []
  const given: Record<string, Value> = {}
  for (const proof of proofs) {
    const entity = entities.find((one) => one.entity === proof.entity && !used.includes(one))
    if (entity === undefined) continue
    used.push(entity)
    given[proof.column] = literal(entity)
  }
  return { given, used }
}

/** What was said, not what it resembles: a misspelt number must not be mended into somebody's. */
function literal(entity: Entity): Value {
  return entity.score < 1 || entity.alternatives.length > 0 ? entity.text : entity.value
}
