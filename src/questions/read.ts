import type { Question } from '../model/index.ts'
import { assemble } from './assemble.ts'
import type { Chunk } from './chunk.ts'
import { compileDraft } from './compile.ts'
import { describe, labelsOf, oneOf } from './describe.ts'
import type { Draft } from './draft.ts'
import { finish } from './finish.ts'
import { type Heard, writtenOut } from './follow-up.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { rephrased } from './rephrase.ts'
import { respell } from './respell.ts'
import { Scene } from './scene.ts'
import {
  type Column,
  type FindValues,
  linkSchema,
  type QuestionWorld,
  type Schema,
} from './schema.ts'
import { tag } from './tag.ts'
import { inEnglish } from './vocabulary/hindi.ts'
import { stemOf, type Token, tokensIn } from './words.ts'

/** A question read over tables. */
export interface Reading extends Question {
  readonly draft: Draft
}

/** Reads questions over the tables of a desk. */
export class QuestionReader {
  readonly #schema: Schema
  readonly #lexicon: Lexicon
  readonly #findValues: FindValues
  readonly #prepositions: ReadonlyMap<string, readonly Column[]>

  constructor({ tables, findValues }: QuestionWorld) {
    this.#schema = linkSchema(tables)
    this.#lexicon = lexiconOf(this.#schema)
    this.#findValues = findValues
    this.#prepositions = prepositionsIn(this.#lexicon)
  }

  /** What a text asks of the tables, in the light of the last question; null where it asks nothing of them. */
  read(text: string, before?: string): Reading | null {
    const heard = this.#hear(text)
    const whole = before === undefined ? null : writtenOut(heard, this.#hear(before))
    if (whole !== null) {
      const reading = this.#readHeard(this.#hear(whole))
      if (reading !== null && reading.confidence >= likely) return reading
    }
    return this.#readHeard(heard, true)
  }

  /** The words of a reading that is sure. */
  #surely(text: string): string | null {
    const reading = this.#readHeard(this.#hear(text))
    return reading !== null && reading.confidence >= likely ? reading.words : null
  }

  #hear(text: string): Heard {
    const tokens = this.#respelt(inEnglish(tokensIn(text), saying))
    const chunks = tag(tokens, {
      schema: this.#schema,
      lexicon: this.#lexicon,
      findValues: this.#findValues,
    })
    const placed = chunks.map((chunk) => ({
      ...chunk,
      start: tokens[chunk.first]!.start,
      end: tokens[chunk.last]!.end,
    }))
    return { text, chunks: placed }
  }

  #respelt(tokens: readonly Token[]): readonly Token[] {
    const words = tokens.map(({ text, kind }) => ({
      text,
      quoted: kind === 'quoted',
      capital: false,
    }))
    const found = this.#findValues(words)
    const isValue = (i: number) => {
      const here = found.filter(({ first, last }) => first <= i && i <= last)
      if (here.length === 0) return null
      return here.some(({ isMisspelt }) => !isMisspelt) ? 'exactly' : 'misspelt'
    }
    return respell(tokens, { stems: this.#lexicon.stems, isValue })
  }

  #readHeard(heard: Heard, asksBack = false): Reading | null {
    const { text, chunks } = heard
    const scene = new Scene(this.#schema, hintsIn(chunks), this.#prepositions, keysIn(chunks))
    assemble(chunks, scene)
    const draft = finish(scene, chunks)
    const query = draft === null ? null : compileDraft(draft)
    if (draft === null || query === null) return null
    const { focus, outputs, groups } = draft
    const told = describe(draft)
    const words = withLeftOut(told, scene)
    const confidence = Math.max(0, 0.95 - scene.doubt)
    const instead = asksBack ? rephrased(heard, scene, (other) => this.#surely(other)) : []
    const others = instead.filter((one) => one.words !== told || confidence < likely)
    const one = oneOf(focus.table)
    return {
      query,
      draft,
      confidence,
      words,
      one,
      many: focus.table.called[1] ?? one,
      labels: labelsOf(draft),
      counts: groups.length === 0 && outputs.length === 1 && outputs[0]?.kind === 'count',
      text,
      ...(others.length > 0 ? { instead: others } : {}),
    }
  }
}

/** What was left out of a question is said with what was read of it. */
function withLeftOut(words: string, { leftOut }: Scene): string {
  if (leftOut.length === 0) return words
  return `${words} (leaving out ${leftOut.map(({ text }) => `“${text}”`).join(', ')})`
}

/** Confidence from which a message is taken to go on from the last question. */
const likely = 0.6

function saying(from: Token, text: string): Token {
  return { ...from, text, stem: stemOf(text), kind: 'word' }
}

/** Keys by the prepositions they are spoken of with. */
function prepositionsIn({ byPhrase }: Lexicon): ReadonlyMap<string, readonly Column[]> {
  const words = ['from', 'to', 'at', 'in', 'on', 'for', 'by'] as const
  return new Map(
    words.map((word) => {
      const named = byPhrase.get(word) ?? []
      return [
        word,
        named.flatMap((one) =>
          one.kind === 'column' && one.column.link !== null ? [one.column] : [],
        ),
      ]
    }),
  )
}

/** Keys that words of the question name, wherever they stand. */
function keysIn(chunks: readonly Chunk[]): ReadonlySet<Column> {
  return new Set(chunks.flatMap(({ columns }) => columns.filter(({ link }) => link !== null)))
}

function hintsIn(chunks: readonly Chunk[]): readonly string[] {
  return chunks
    .filter(({ unknown, text }) => unknown && text.length > 3)
    .map(({ text }) => stemOf(text))
}
