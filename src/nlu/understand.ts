import type {
  Candidate,
  Entity,
  EntityDefinition,
  Facts,
  Identity,
  Intent,
  Language,
  Message,
  Session,
  Understand,
  Understanding,
} from '../model/index.ts'
import { own } from '../util/own.ts'
import { meantOf, recogniser, resolve, sharedLocation } from './entities/index.ts'
import { languageByWords } from './language-by-words.ts'
import { languageOf } from './language.ts'
import type { Knowledge } from './learning.ts'
import { respelt } from './meant-words.ts'
import { classify, isSettled } from './model.ts'
import type { Bound, Classified } from './model.ts'
import { longestRead } from './normalise.ts'
import { fromEvent, fromPlatform } from './ready-made.ts'

/** What understanding is made of. */
export interface UnderstandingParts {
  readonly intents: readonly Intent[]
  readonly entities: readonly EntityDefinition[]
  readonly identities: readonly Pick<Identity, 'name' | 'proofs'>[]
  /** The desk's languages, its own first. */
  readonly languages: readonly Language[]
  /** An ISO 3166 code, for telephone numbers. */
  readonly country: string
  readonly learned: Knowledge
  /** The values of lists and columns named in a text; `asked` is the entity that was asked for. */
  readonly findValues: (text: string, asked: string | null) => readonly Entity[]
  /** The entities whose values could not be read so far. */
  readonly unread: () => readonly string[]
}

/** The stage that turns a message into what was meant. */
export function understand(parts: UnderstandingParts): Understand {
  const recognise = recogniser(parts.entities)
  const tell = languageByWords(parts.intents)
  const byName = new Map(parts.intents.map((intent) => [intent.name, intent]))

  function entitiesIn(text: string, session: Session, facts: Facts): readonly Entity[] {
    const asked = askedEntity(session, parts)
    const { now, timezone } = facts
    const found = recognise(text, { now, timezone, country: parts.country, asked })
    return meantOf(text, resolve([...found, ...parts.findValues(text, asked)], asked))
  }

  async function read(message: Message, session: Session, facts: Facts): Promise<Understanding> {
    const text = message.text.slice(0, longestRead)
    const { languages, intents } = parts
    const language = languageOf(text, languages, {
      claimed: message.language,
      before: session.language,
      tell,
    })
    const ready = fromEvent(message.event, intents) ?? fromPlatform(message.understood, intents)
    const isTold = ready !== null && hasEverything(message, session, byName.get(ready.intent))
    const said = isTold ? [] : entitiesIn(text, session, facts)
    const entities = [...said, ...sharedLocation(message, text)]
    const unread = parts.unread()
    const rest = { question: null, entities, language, ...(unread.length > 0 && { unread }) }
    if (ready !== null) return { ...rest, ...ready, candidates: [ready] }
    const bound = boundIn(message, session, intents)
    const { candidates, sure } = await classifyWith(parts.learned, text, entities, bound)
    return { ...rest, ...verdict(candidates, sure), candidates }
  }

  return read
}

/** By its words alone where these settle it, else with the vector of the text as well. */
async function classifyWith(
  { model, encode }: Knowledge,
  text: string,
  entities: readonly Entity[],
  bound: Bound,
): Promise<Classified> {
  const byWords = classify(model, text, entities, { bound })
  if (isSettled(model, byWords)) return byWords
  const vector = await encode(respelt(model, text, entities))
  return vector === null ? byWords : classify(model, text, entities, { bound, vector })
}

/**
 * Whether a platform in front filled every slot already, so that nothing is left to be found in the words. What an
 * intent that needs a proof wants to know is no slot, and what the desk has asked for is found by the desk.
 */
function hasEverything(message: Message, session: Session, intent: Intent | undefined): boolean {
  const { understood } = message
  if (understood === undefined || intent === undefined) return false
  if (intent.identity !== null || session.asking !== undefined) return false
  return intent.slots.every(({ name }) => own(understood.parameters, name) !== undefined)
}

/** The likeliest intent when it is likely enough; its confidence in any case. */
function verdict(candidates: readonly Candidate[], sure: boolean) {
  const [best] = candidates
  return { intent: sure ? (best?.intent ?? null) : null, confidence: best?.confidence ?? 0 }
}

/** Intents that need a context are understood only while it lives, and then before others. */
function boundIn(message: Message, session: Session, intents: readonly Intent[]): Bound {
  const contexts = [...session.contexts, ...(message.understood?.contexts ?? [])]
  const living = new Set(contexts.filter(({ lifespan }) => lifespan > 0).map(({ name }) => name))
  const bound = new Map(
    intents
      .filter(({ within }) => within.length > 0)
      .map(({ name, within }) => [
        name,
        within.every((one) => living.has(one)) ? within.length : -1,
      ]),
  )
  return (intent) => bound.get(intent) ?? 0
}

/** The entity the desk has asked for: that of a slot, or of something that proves who is asking. */
function askedEntity({ asking }: Session, parts: UnderstandingParts): string | null {
  if (asking?.proving !== undefined) {
    const identity = parts.identities.find(({ name }) => name === asking.proving?.identity)
    return identity?.proofs.find(({ column }) => column === asking.slot)?.entity ?? null
  }
  const intent = parts.intents.find(({ name }) => name === asking?.intent)
  return intent?.slots.find(({ name }) => name === asking?.slot)?.entity ?? null
}
