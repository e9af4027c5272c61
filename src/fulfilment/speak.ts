import {
  type Block,
  type Choice,
  type Facts,
  type Identity,
  type Intent,
  type Move,
  plain,
  type Reply,
  type Results,
  type Sentence,
  sentences,
  type Session,
  type Speak,
  type Values,
  variantsIn,
  type Wording,
} from '../model/index.ts'
import { textBlocks, writeBlocks, writeMarked, type Writing } from './blocks.ts'
import type { Locale } from './filters.ts'
import { localDateTime } from './local-time.ts'
import { nestRows } from './nest.ts'
import { sharedFor } from './shared-for.ts'
import { tellRows, type Telling } from './tell-rows.ts'
import { ownSentences } from './sentences/index.ts'
import { type Scope, Templates } from './template.ts'

/** What a desk speaks with. */
export interface Voice {
  readonly desk: string
  /** The first is the desk's own. */
  readonly languages: readonly string[]
  readonly locale: Omit<Locale, 'language'>
  readonly intents: ReadonlyMap<string, Intent>
  readonly identities: ReadonlyMap<string, Identity>
  /** The desk's own words for what every desk says. */
  readonly sentences: Readonly<Partial<Record<Sentence, Wording>>>
}

/** Turns a move and the rows it asked for into a reply, in the session's language. */
export function speak(voice: Voice): Speak {
  const tongues = new Map<string, Tongue>()
  const tongueFor = (language: string): Tongue => {
    const templates = new Templates({ ...voice.locale, language })
    const tongue = { templates, languages: [language, ...voice.languages] }
    tongues.set(language, tongue)
    return tongue
  }
  return async (move, results, session, facts) => {
    const language = session.language ?? voice.languages[0] ?? 'en'
    const { templates, languages } = tongues.get(language) ?? tongueFor(language)
    const scope = baseScope(voice, session, facts)
    const writing = { templates, languages, random: facts.random, scope }
    const speaker = { voice, results, writing }
    const reply = numberChoices({ blocks: sayMove(move, speaker) }, session)
    const what = sharedFor(move, voice)
    if (what === null) return reply
    const label = textBlocks(writeMarked(wordingOf(`share-${what}`, voice), writing))
    return { ...reply, asks: { what, label: label.map(plain).join(' ') } }
  }
}

/** What writes in one language, and falls back to others. */
type Tongue = Pick<Writing, 'templates' | 'languages'>

interface Speaker {
  readonly voice: Voice
  readonly results: Results
  readonly writing: Writing
}

function baseScope(voice: Voice, session: Session, facts: Facts): Scope {
  const now = localDateTime(facts.now, facts.timezone)
  return {
    desk: voice.desk,
    today: now.slice(0, 'YYYY-MM-DD'.length),
    now,
    remembered: session.remembered,
    person: session.person ?? null,
    random: facts.random,
    spoken: session.language ?? voice.languages[0] ?? 'en',
    contexts: Object.fromEntries(
      session.contexts.map(({ name, parameters }) => [name, parameters]),
    ),
  }
}

function sayMove(move: Move, speaker: Speaker): readonly Block[] {
  switch (move.kind) {
    case 'say':
      return saySentence(move, speaker)
    case 'ask':
      return askSlot(move, speaker)
    case 'answer':
      return answer(move, speaker)
    case 'question':
      return [
        ...tellRows(move, speaker.results['rows'], telling(speaker)),
        ...choices(move.choices),
      ]
    case 'verify':
      return askProof(move, speaker)
    case 'look-up':
      return []
    default:
      return move satisfies never
  }
}

function saySentence(move: Extract<Move, { kind: 'say' }>, speaker: Speaker): readonly Block[] {
  const own =
    move.about === undefined ? undefined : speaker.voice.intents.get(move.about)?.answer.error
  const wording = own !== undefined && hasWords(own) ? own : wordingOf(move.sentence, speaker.voice)
  const said = textBlocks(writeMarked(wording, withValues(speaker, move.values)))
  const then = move.then === undefined ? [] : sayMove(move.then, speaker)
  return [...said, ...choices(move.choices), ...then]
}

function askSlot(move: Extract<Move, { kind: 'ask' }>, speaker: Speaker): readonly Block[] {
  const slot = speaker.voice.intents.get(move.intent)?.slots.find((one) => one.name === move.slot)
  const what = move.slot.replaceAll(/[-_]/g, ' ')
  const values = { ...move.slots, what, said: move.unknown ?? null }
  const writing = withValues(speaker, values)
  const ask =
    slot !== undefined && hasWords(slot.ask) ? slot.ask : wordingOf('which-slot', speaker.voice)
  if (!move.again) return [...textBlocks(writeMarked(ask, writing)), ...choices(move.choices)]
  const again =
    slot !== undefined && hasWords(slot.again)
      ? slot.again
      : wordingOf(move.unknown === undefined ? 'again' : 'no-such', speaker.voice)
  const both = [writeMarked(again, writing), writeMarked(ask, writing)]
  return [...textBlocks(both.join(' ')), ...choices(move.choices)]
}

function askProof(move: Extract<Move, { kind: 'verify' }>, speaker: Speaker): readonly Block[] {
  const proofs = speaker.voice.identities.get(move.identity)?.proofs ?? []
  const ask = proofs.find((proof) => proof.column === move.column)?.ask ?? {}
  const again = move.again ? writeMarked(wordingOf('again', speaker.voice), speaker.writing) : ''
  return textBlocks(
    [again, writeMarked(ask, speaker.writing)].filter((part) => part !== '').join(' '),
  )
}

function answer(move: Extract<Move, { kind: 'answer' }>, speaker: Speaker): readonly Block[] {
  const intent = speaker.voice.intents.get(move.intent)
  if (intent === undefined) return []
  const { queries, nests, reply, empty, next } = intent.answer
  const rows = nestRows(speaker.results, nests)
  const main = queries[0] === undefined ? undefined : (rows[queries[0].name] ?? [])
  const writing = withValues(speaker, move.slots, { ...rows, rows: main ?? [] })
  const found = main === undefined || main.length > 0
  const said = writeBlocks(found ? reply : empty, writing)
  const words = said.length > 0 ? said : nothingFound(speaker)
  const back = move.back === undefined ? [] : sayMove(move.back, speaker)
  return [...words, ...choices(nextChoices(next, move.slots, speaker)), ...back]
}

function telling(speaker: Speaker): Telling {
  return {
    say: (sentence, values) =>
      writeMarked(wordingOf(sentence, speaker.voice), withValues(speaker, values)),
    write: (value, filter) => speaker.writing.templates.plain(`{{ value | ${filter} }}`, { value }),
  }
}

function nothingFound(speaker: Speaker): readonly Block[] {
  return textBlocks(writeMarked(wordingOf('nothing-found', speaker.voice), speaker.writing))
}

/** Buttons to what one may ask next, each with the slots it shares with the answer just given. */
function nextChoices(next: readonly string[], slots: Values, speaker: Speaker): readonly Choice[] {
  return next.flatMap((name) => {
    const intent = speaker.voice.intents.get(name)
    if (intent === undefined) return []
    const [language = 'en', ...fallbacks] = speaker.writing.languages
    const label = variantsIn(intent.title, language, fallbacks)[0] ?? name
    const shared = intent.slots.flatMap((slot) =>
      slot.name in slots ? [[slot.name, slots[slot.name] ?? null] as const] : [],
    )
    return [
      { id: '', label, means: { kind: 'intent', intent: name, slots: Object.fromEntries(shared) } },
    ]
  })
}

function withValues(speaker: Speaker, values: Values, rows: Scope = {}): Writing {
  const { writing } = speaker
  return { ...writing, scope: { ...writing.scope, ...values, ...rows } }
}

function wordingOf(sentence: Sentence, voice: Voice): Wording {
  return { ...ownWordings[sentence], ...voice.sentences[sentence] }
}

/** The sentences that ship with the product, each in every language. */
const ownWordings = Object.fromEntries(
  sentences.map((sentence) => {
    const said = Object.entries(ownSentences).map(([language, all]) => [language, all[sentence]])
    return [sentence, Object.fromEntries(said)]
  }),
) as Readonly<Record<Sentence, Wording>>

function hasWords(wording: Wording): boolean {
  return variantsIn(wording, '').length > 0
}

function choices(options: readonly Choice[]): readonly Block[] {
  return options.length === 0 ? [] : [{ kind: 'choices', options }]
}

/**
 * Gives every choice an id that names the turn it was offered in, so that a button tapped long after is recognised
 * as stale.
 */
function numberChoices(reply: Reply, session: Session): Reply {
  let number = 0
  const blocks = joinChoices(reply.blocks).map((block) => {
    if (block.kind !== 'choices') return block
    const options = block.options.map((option) => ({
      ...option,
      id: `${session.version + 1}.${++number}`,
    }))
    return { ...block, options }
  })
  return { blocks }
}

/** Choices that follow each other are one offer, counted through. */
function joinChoices(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'choices' && last?.kind === 'choices') {
      joined[joined.length - 1] = { ...last, options: [...last.options, ...block.options] }
    } else joined.push(block)
  }
  return joined
}
