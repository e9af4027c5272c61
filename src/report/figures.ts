import { maskPersonal, type Move, plain, type Sentence, type Turn } from '../model/index.ts'
import { groupBy } from '../util/index.ts'

/** What came of a message. */
export type Outcome = 'answered' | 'asked' | 'refused' | 'unanswered' | 'failed'

/** What a desk did in some time. */
export interface Figures {
  readonly messages: number
  readonly conversations: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Milliseconds from message to reply, without the way to the visitor; half took longer. Null where none was had. */
  readonly medianMilliseconds: number | null
  /** Messages by the name of their channel, most first. */
  readonly channels: readonly Count[]
  /** Messages by day, oldest first, days without any left out. */
  readonly days: readonly Count[]
  /** What was answered, by the intent; questions over tables count as one. */
  readonly intents: readonly Count[]
}

/** How often something was. */
export interface Count {
  readonly name: string
  readonly count: number
}

/** What questions over tables are counted as. */
export const tablesAsked = 'tables'

/** Counts turns. */
export function figuresOf(turns: readonly Turn[]): Figures {
  const outcomes = { answered: 0, asked: 0, refused: 0, unanswered: 0, failed: 0 }
  for (const turn of turns) outcomes[outcomeOf(turn)]++
  return {
    messages: turns.length,
    conversations: new Set(turns.map(({ message }) => message.conversation)).size,
    outcomes,
    medianMilliseconds: median(turns.map(({ timings }) => timings.total)),
    channels: most(turns.map(({ message }) => message.channel)),
    days: counts(turns.map(({ message }) => message.at.slice(0, 10))).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
    intents: most(turns.flatMap(movesIn).flatMap((move) => answeredBy(move) ?? [])),
  }
}

const sentenceOutcomes: Readonly<Partial<Record<Sentence, Outcome>>> = {
  'not-understood': 'unanswered',
  'did-you-mean': 'asked',
  'which-one': 'asked',
  'not-proven': 'refused',
  'no-proof-here': 'refused',
  locked: 'refused',
  'too-many-requests': 'refused',
  'no-attachments': 'refused',
  'gave-up-asking': 'unanswered',
}

function outcomeOf({ move, error }: Turn): Outcome {
  if (error !== null) return 'failed'
  if (move.kind === 'ask' || move.kind === 'verify') return 'asked'
  return move.kind === 'say' ? (sentenceOutcomes[move.sentence] ?? 'answered') : 'answered'
}

/** What was done, of each question where a message held several. */
function movesIn({ move, parts }: Turn): readonly Move[] {
  return parts?.map((part) => part.move) ?? [move]
}

function answeredBy(move: Move): string | null {
  if (move.kind === 'answer') return move.intent
  if (move.kind === 'question') return tablesAsked
  return move.kind === 'say' && move.then !== undefined ? answeredBy(move.then) : null
}

function median(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null
}

function most(names: readonly string[]): readonly Count[] {
  return counts(names).toSorted((a, b) => b.count - a.count)
}

function counts(names: readonly string[]): readonly Count[] {
  const counted = new Map<string, number>()
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1)
  return [...counted].map(([name, count]) => ({ name, count }))
}

/** A conversation as it may be shown to others. */
export interface Sample {
  readonly channel: string
  readonly at: string
  readonly lines: readonly { readonly own: boolean; readonly text: string }[]
}

/** Turns of a sample at the most, and of one worth showing at the least. */
const [longest, shortest] = [6, 2]

/** Lines of a reply that are shown. */
const mostLines = 6

/**
 * The latest conversations that show what the desk does: answered from beginning to end, on as many channels as there
 * are. None in which somebody proved who they are; of what visitors wrote, digits and addresses are masked.
 *
 * @param isPrivate whether what an intent tells belongs to one person
 */
export function samplesOf(
  turns: readonly Turn[],
  isPrivate: (intent: string) => boolean,
  count: number,
): readonly Sample[] {
  const begun = new Set<string>()
  const byConversation = groupBy(turns, ({ message }) => message.conversation)
  const shown = [...byConversation.values()]
    .map((some) => some.toReversed())
    .filter((some) => some.length >= shortest && some.every((turn) => isShowable(turn, isPrivate)))
    // Two that begin alike show the same.
    .filter(([first]) => {
      const text = first?.message.text.toLowerCase() ?? ''
      return !begun.has(text) && begun.add(text)
    })
  const onEach = [...groupBy(shown, ([first]) => first?.message.channel).values()]
  const spread = onEach.flatMap((some) => some.map((one, i) => ({ one, i })))
  return spread
    .toSorted((a, b) => a.i - b.i)
    .slice(0, count)
    .map(({ one }) => sampleOf(one.slice(0, longest)))
}

function isShowable(turn: Turn, isPrivate: (intent: string) => boolean): boolean {
  const outcome = outcomeOf(turn)
  const isTold = outcome === 'answered' || outcome === 'asked'
  return isTold && movesIn(turn).every((move) => isForEveryone(move, isPrivate))
}

/** Sentences that name who has proven to be whom. */
const naming: ReadonlySet<Sentence> = new Set(['proven', 'signed-in-as'])

function isForEveryone(move: Move, isPrivate: (intent: string) => boolean): boolean {
  const intent = answeredBy(move)
  if (move.kind === 'verify' || (move.kind === 'say' && naming.has(move.sentence))) return false
  return intent === null || !isPrivate(intent)
}

function sampleOf(turns: readonly Turn[]): Sample {
  const [first] = turns
  return {
    channel: first?.message.channel ?? '',
    at: first?.message.at ?? '',
    lines: turns.flatMap(({ message, reply }) => [
      ...(message.text === '' ? [] : [{ own: true, text: maskPersonal(message.text) }]),
      { own: false, text: firstLines(reply.blocks.map(plain).join('\n')) },
    ]),
  }
}

function firstLines(text: string): string {
  const lines = text.split('\n')
  return lines.length <= mostLines ? text : `${lines.slice(0, mostLines).join('\n')}\n…`
}
